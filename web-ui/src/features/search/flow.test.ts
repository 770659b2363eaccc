import { flowFound } from './flow';

const LINK = '/explain?source=198.51.100.7&sourcePort=51234&destination=10.0.0.100&destinationPort=80&protocol=TCP';

test.each(['198.51.100.7:51234 10.0.0.100:80', ' 198.51.100.7:51234 -> 10.0.0.100:80', 'tcp 198.51.100.7:51234→10.0.0.100:80'])('%j is a flow', (text) => {
  expect(flowFound(text)).toEqual([{ kind: 'Flow', name: '198.51.100.7:51234 → 10.0.0.100:80', to: LINK, addresses: ['TCP'] }]);
});

test('UDP and IPv6 too', () => {
  expect(flowFound('UDP [2001:db8::7]:53 [2001:db8::1]:53')).toMatchObject([{ name: '[2001:db8::7]:53 → [2001:db8::1]:53', addresses: ['UDP'] }]);
});

test.each(['', 'web', '10.0.0.100', '10.0.0.100:80', '10.0.0.1 10.0.0.2', 'two words'])('%j is none', (text) => {
  expect(flowFound(text)).toEqual([]);
});
