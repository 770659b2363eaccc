import type { Schemas } from '../api/client';

/** What one node did for a VIP or a backend within an interval; `at` is its end, in milliseconds since 1970. */
export type Sample = Omit<Schemas['SeriesSample'], 'series' | 'at'> & { readonly at: number };

/** A second of a series, over all nodes; each figure a second. */
export interface Point {
  readonly second: number;
  readonly packets: number;
  readonly bits: number;
  readonly newFlows: number;
  readonly flows: number | undefined;
}

export type Measure = 'packets' | 'bits' | 'newFlows' | 'flows';

export const WINDOW_SECONDS = 180;

/** The last three minutes with this sample in them; a new array, so that readers see that it changed. */
export function withSample(points: readonly Point[], sample: Sample): readonly Point[] {
  const second = Math.floor(sample.at / 1000);
  const rate = 1000 / sample.intervalMs;
  const last = points.findLast((point) => point.second === second);
  const added: Point = {
    second,
    packets: (last?.packets ?? 0) + sample.packets * rate,
    bits: (last?.bits ?? 0) + sample.bytes * 8 * rate,
    newFlows: (last?.newFlows ?? 0) + sample.newFlows * rate,
    flows: sum(last?.flows, sample.flows ?? undefined),
  };
  const kept = points.filter((point) => point.second !== second && point.second > second - WINDOW_SECONDS);
  return [...kept, added].toSorted((a, b) => a.second - b.second);
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : a + (b ?? 0);
}

/** One value for each second from `from` to `to`; null where nothing was heard: a gap, never zero. */
export function measured(points: readonly Point[], measure: Measure, from: number, to: number): (number | null)[] {
  const bySecond = new Map(points.map((point) => [point.second, point[measure]]));
  return Array.from({ length: to - from + 1 }, (_, i) => bySecond.get(from + i) ?? null);
}

/** The newest complete second: the one that still fills would show too little. */
export function newest(points: readonly Point[]): Point | undefined {
  return points.length > 1 ? points.at(-2) : points.at(-1);
}
