import { useEffect, useSyncExternalStore } from 'react';
import { queryClient } from '../api/queryClient';
import { applyMessage } from './cache';
import type { Point } from './ring';
import { type Freshness, LiveStream } from './stream';

/** The stream of this page. */
export const live = new LiveStream((url) => new EventSource(url), {
  onMessage: (message) => applyMessage(queryClient, message),
  onReset: () => void queryClient.invalidateQueries(),
});

export function useFreshness(): Freshness {
  return useSyncExternalStore(live.subscribe, live.state);
}

/** Whether what is shown may be old: then no figure and no health is shown as if it held. */
export function useStale(): boolean {
  return useFreshness() === 'stale';
}

/** Asks the control plane to tell these series each second while the component is shown. */
export function useSeriesWanted(series: readonly string[]) {
  const wish = series.join(',');
  useEffect(() => (wish ? live.want(wish.split(',')) : undefined), [wish]);
}

/** The last three minutes of a series. */
export function usePoints(series: string): readonly Point[] {
  return useSyncExternalStore(live.subscribe, () => live.pointsOf(series));
}
