import { impactOf } from './impact';

test('an impact is told in flows and backends', () => {
  const impact = { backendsAdded: 2, backendsRemoved: 0, movedFlowsPercent: 0, pools: [], vipsTouched: ['shop'] };
  expect(impactOf({ impact })).toBe('No flow of today moves. 2 backends join.');
  expect(impactOf({ impact: { ...impact, movedFlowsPercent: 12.34, backendsAdded: 1 } })).toBe('12.3 % of the flows of today move. 1 backend joins.');
});
