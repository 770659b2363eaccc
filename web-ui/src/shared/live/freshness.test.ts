import { isStale, STALE_AFTER_MS } from './freshness';

test('what is older than five seconds is stale', () => {
  expect(isStale(1000, 1000 + STALE_AFTER_MS)).toBe(false);
  expect(isStale(1000, 1001 + STALE_AFTER_MS)).toBe(true);
});
