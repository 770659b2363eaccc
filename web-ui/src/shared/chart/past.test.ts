import { expect, test } from 'vitest';
import { rateOf, ratesOf, type Series } from './past';

const point = (at: string, packets: number | null, coveredMs = 10_000) => ({
  at: `2026-11-23T12:00:${at}Z`,
  nodes: packets === null ? 0 : 1,
  coveredMs: packets === null ? 0 : coveredMs,
  packets,
  bytes: packets === null ? null : packets * 100,
  newFlows: packets === null ? null : 1,
  flows: null,
});

const series = (points: Series['points']): Series => ({
  series: 'vips/1',
  from: '2026-11-23T12:00:00Z',
  to: '2026-11-23T12:00:30Z',
  stepSeconds: 10,
  points,
});

test('a rate is counted by the time that was told of', () => {
  expect(rateOf(point('10', 50), 'packets')).toBe(5);
  expect(rateOf(point('10', 50, 5_000), 'packets')).toBe(10);
  expect(rateOf(point('10', 50), 'bits')).toBe(4_000);
});

test('what nobody told of is a gap, and an idle time is zero', () => {
  expect(rateOf(point('10', null), 'packets')).toBeNull();
  expect(rateOf(point('10', 0), 'packets')).toBe(0);
});

test('series are drawn over the same times', () => {
  const start = Date.parse('2026-11-23T12:00:00Z') / 1000;
  expect(
    ratesOf([series([point('10', 10), point('20', null)]), series([point('20', 30), point('30', 40)]), undefined], 'packets'),
  ).toEqual([
    [start + 10, start + 20, start + 30],
    [1, null, null],
    [null, 3, 4],
    [null, null, null],
  ]);
});
