import { shareAsked } from './share';

const backend = (weight: number, adminState = 'ENABLED', poolId = 'web') => ({ poolId, weight, adminState });

test('shares follow the weights of the enabled backends of the same pool', () => {
  const all = [backend(1), backend(3), backend(4, 'DRAINING'), backend(9, 'ENABLED', 'mail')];
  expect(all.map((each) => shareAsked(each, all))).toEqual([25, 75, 0, 100]);
});

test('a pool whose weights are all zero asks for nothing', () => {
  expect(shareAsked(backend(0), [backend(0)])).toBe(0);
});
