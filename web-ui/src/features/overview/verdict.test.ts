import { lacks, verdict } from './verdict';

const up = { connected: true };
const away = { connected: false };
const vip = (operatingStatus: string) => ({ name: 'web', operatingStatus });
const fine = vip('ONLINE');

test.each([
  [undefined, undefined, 'Reading the configuration'],
  [[up], [], 'No VIP yet'],
  [[], [fine], 'No node carries these VIPs'],
  [[away], [fine], 'No node is connected: what follows is what was asked for, not what is'],
  [[up, away], [fine], 'One node is not connected'],
  [[up], [vip('UNKNOWN'), fine], 'Nobody has told yet how one VIP does'],
  [[up], [vip('DEGRADED'), vip('OFFLINE'), fine], 'Two VIPs need you, one is fine'],
  [[up, up], [fine, fine], 'Two VIPs are fine'],
])('%j with %j: %s', (nodes, vips, sentence) => {
  expect(verdict(nodes, vips)).toBe(sentence);
});

test('what is old is told as old, however fine it was', () => {
  expect(verdict([up], [fine], true)).toMatch(/what follows is old/);
});

test('the VIPs that need somebody say why', () => {
  expect(lacks([{ ...vip('DEGRADED'), operatingReason: '1 of 4 backends is up.' }, { ...fine, operatingReason: 'All up.' }])).toBe(
    'web: 1 of 4 backends is up.',
  );
});
