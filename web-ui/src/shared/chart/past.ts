import type { Schemas } from '../api/client';
import type { Measure } from '../live/ring';

export type Series = Schemas['Series'];

export interface Range {
  readonly id: string;
  readonly text: string;
  readonly seconds: number;
  /** The finest step, in seconds; the control plane says which one it is. */
  readonly step?: number;
  readonly words: string;
}

/** What is held: by the nodes a second, by the database ten seconds and minutes. */
export const PAST: readonly Range[] = [
  { id: '15m', text: '15 min', seconds: 15 * 60, step: 1, words: 'the last 15 minutes, one point a second' },
  { id: '2h', text: '2 h', seconds: 2 * 3600, step: 10, words: 'the last two hours, one point for ten seconds' },
  { id: '30d', text: '30 d', seconds: 30 * 86_400, words: 'the last 30 days, one point an hour' },
];

type Point = Series['points'][number];

/** A second of a step, by the time that was told of; null is a gap, never zero. */
export function rateOf(point: Point, measure: Measure): number | null {
  if (measure === 'flows') return point.flows ?? null;
  const count = measure === 'bits' ? point.bytes : point[measure];
  if (count === null || count === undefined || point.coveredMs === 0) return null;
  return (count * (measure === 'bits' ? 8 : 1) * 1000) / point.coveredMs;
}

export type Lines = [number[], ...(number | null)[][]];

/** The ends of the steps in seconds since 1970, and the rates of each series there; one that is not here yet is a gap. */
export function ratesOf(series: readonly (Series | undefined)[], measure: Measure): Lines {
  const rates = series.map(
    (each) => new Map((each?.points ?? []).map((point) => [Date.parse(point.at) / 1000, rateOf(point, measure)])),
  );
  const times = [...new Set(rates.flatMap((each) => [...each.keys()]))].toSorted((a, b) => a - b);
  return [times, ...rates.map((each) => times.map((time) => each.get(time) ?? null))];
}
