import { because } from './message';

test('a message is one line of ASCII, and an empty one is none', () => {
  expect(because('50 % für den Umzug\n')).toEqual({ 'Carom-Message': '50%20%25%20f%C3%BCr%20den%20Umzug' });
  expect(because('  ')).toEqual({});
});
