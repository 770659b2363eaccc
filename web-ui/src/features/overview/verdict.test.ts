import { verdict } from './verdict';

const up = { connected: true };
const away = { connected: false };

test.each([
  [undefined, undefined, 'Reading the configuration'],
  [[up], [], 'No VIP yet'],
  [[], [{}], 'No node carries these VIPs'],
  [[away], [{}], 'No node is connected: what follows is what was asked for, not what is'],
  [[up, away], [{}], '1 node is not connected'],
  [[up, up], [{}], '2 nodes carry 1 VIP'],
])('%j with %j: %s', (nodes, vips, sentence) => {
  expect(verdict(nodes, vips)).toBe(sentence);
});
