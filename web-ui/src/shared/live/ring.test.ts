import { measured, newest, type Point, WINDOW_SECONDS, withSample } from './ring';

const sample = (at: number, packets: number, nodeId = 'lb1') => ({
  nodeId,
  at,
  intervalMs: 1000,
  packets,
  bytes: packets * 100,
  newFlows: 1,
  flows: 5,
});

test('what nodes say of the same second is added up', () => {
  const points = withSample(withSample([], sample(10_100, 3)), sample(10_900, 4, 'lb2'));
  expect(points).toEqual([{ second: 10, packets: 7, bits: 5600, newFlows: 2, flows: 10 }]);
});

test('a longer interval is divided', () => {
  expect(withSample([], { ...sample(10_000, 8), intervalMs: 2000 })[0]?.packets).toBe(4);
});

test('a second without a sample is a gap, not zero', () => {
  const points = withSample(withSample([], sample(10_000, 1)), sample(12_000, 0));
  expect(measured(points, 'packets', 9, 12)).toEqual([null, 1, null, 0]);
});

test('what is older than the window goes', () => {
  let points: readonly Point[] = [];
  for (let second = 0; second < 2 * WINDOW_SECONDS; second++) points = withSample(points, sample(second * 1000, 1));
  expect(points).toHaveLength(WINDOW_SECONDS);
});

test('the newest figure is of the last second that is complete', () => {
  expect(newest([])).toBeUndefined();
  expect(newest(withSample(withSample([], sample(1000, 9)), sample(2000, 1)))?.packets).toBe(9);
});
