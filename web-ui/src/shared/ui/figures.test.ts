import { figure } from './figures';

test.each([
  [undefined, '-'],
  [null, '-'],
  [0, '0'],
  [7, '7'],
  [7.25, '7.3'],
  [123.4, '123'],
  [7100, '7.10 k'],
  [286_000, '286 k'],
  [4_710_000_000, '4.71 G'],
])('%s is shown as %s', (value, text) => expect(figure(value)).toBe(text));
