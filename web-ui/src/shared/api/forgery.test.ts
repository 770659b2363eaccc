import { forgeryToken } from './forgery';

test('the token is found among the cookies', () => {
  expect(forgeryToken('mode=dark; XSRF-TOKEN=abc-1; other=2')).toBe('abc-1');
  expect(forgeryToken('NOT-XSRF-TOKEN=abc')).toBeUndefined();
  expect(forgeryToken('')).toBeUndefined();
});
