import { effectOf } from './effect';

const backend = (name: string, weight: number, flows?: number, adminState = 'ENABLED') => ({ name, weight, flows, adminState, poolId: 'p' });

test('a drain is told in flows and per cent', () => {
  const one = backend('a', 1, 12);
  expect(effectOf('drain', one, [one, backend('b', 3)])).toBe(
    '25 % of the new flows go to the other backend. Its 12 flows stay until they end or the drain timeout is over.',
  );
});

test('the last backend that takes flows is told as what it is', () => {
  const one = backend('a', 1, 1);
  expect(effectOf('delete', one, [one, backend('b', 3, 4, 'DRAINING')])).toMatch(/^It is the last .* Its 1 flow may end/);
});

test('what is not known is not told as zero', () => {
  const one = backend('a', 1);
  expect(effectOf('drain', one, [one, backend('b', 1), backend('c', 2)])).toBe(
    '25 % of the new flows go to the other 2 backends. How many flows it has is unknown now.',
  );
});
