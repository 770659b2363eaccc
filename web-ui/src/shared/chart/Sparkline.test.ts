import { pathOf } from './Sparkline';

test('the line breaks where nothing was heard', () => {
  expect(pathOf([1, 1, null, 0, 1])).toBe('M0.0 2.0L24.0 2.0M72.0 20.0L96.0 2.0');
});
