import { effectOf } from './effect';

test('a deletion says how many flows end, and that nobody knows where nobody does', () => {
  expect(effectOf('10.0.0.7', 12)).toBe('Its 12 flows, 100 %, end. Clients of 10.0.0.7 are no longer answered, within a second on every node.');
  expect(effectOf('10.0.0.7', 1)).toMatch(/^Its 1 flow, 100 %, end\./);
  expect(effectOf('10.0.0.7', undefined)).toMatch(/^How many flows it has is unknown now; all of them end\./);
});
