import type { Schemas } from '../../shared/api/client';
import { endpointOf, shown } from './endpoint';
import { layoutOf } from './layout';
import { reasonsOf } from './reasons';

const flow = { source: '198.51.100.7', sourcePort: 51_234, destination: '10.0.0.100', destinationPort: 80, protocol: 'TCP' } as const;
const trace: Schemas['FlowTrace'] = {
  nodeId: 'n',
  flow,
  owned: true,
  outcome: 'BY_HASH',
  revision: 7,
  slot: 12,
  slots: 65_537,
  before: {},
  after: { interfaceName: 'eth0', vlanId: 0, sourceMac: '02:00:00:00:00:11', destinationMac: '02:00:00:00:00:23' },
  chosen: { backendId: 'b3', name: 'web-3' },
  others: [{ backendId: 'b1', name: 'web-1', why: 'TAKES_NONE' }],
};

test.each([
  ['198.51.100.7:51234', { address: '198.51.100.7', port: 51_234 }],
  [' [2001:db8::7]:80 ', { address: '2001:db8::7', port: 80 }],
  ['198.51.100.7', undefined],
  ['198.51.100.7:70000', undefined],
  ['2001:db8::7:80', undefined],
  ['', undefined],
])('%j is read as %j', (text, endpoint) => expect(endpointOf(text)).toEqual(endpoint));

test('an address of IPv6 stands in brackets beside its port', () => {
  expect([shown('10.0.0.1', 80), shown('2001:db8::1', 80)]).toEqual(['10.0.0.1:80', '[2001:db8::1]:80']);
});

test('a flow is explained as the data path decides, and why not the others', () => {
  expect(reasonsOf(trace, 'lb1')).toEqual([
    { said: 'lb1 owns the VIP and decides.', why: 'TCP to 10.0.0.100:80, with the table of revision 7.' },
    { said: 'Nobody remembers this flow: its hash decides.', why: 'BY_HASH' },
    { said: 'It falls into slot 12.', why: 'Of 65537 slots; each belongs to one backend.' },
    { said: 'It goes to web-3.', why: 'web-1: it is down or disabled' },
    { said: 'The frame leaves eth0 to 02:00:00:00:00:23.', why: 'From 02:00:00:00:00:11. No other byte of it changes.' },
  ]);
});

test('what goes nowhere has no slot, no backend and no frame', () => {
  const { chosen: _, after: __, slot: ___, ...nowhere } = { ...trace, outcome: 'NO_LISTENER', others: [] };
  expect(reasonsOf(nowhere, 'lb1').map((each) => each.said)).toEqual([
    'lb1 owns the VIP and decides.',
    'No listener of the VIP has that protocol and port.',
  ]);
});

test('the picture names who is where, and marks what the balancer did not see', () => {
  const steps: Schemas['PacketPathStep'][] = [1, 2, 3].map((number) => ({
    number,
    sourceAddress: 'a',
    destinationAddress: 'b',
    destinationMac: `02:00:00:00:00:0${number}`,
    inferred: number === 3 ? ['DESTINATION_MAC'] : [],
  }));
  const drawn = layoutOf({ nodeId: 'n', seenAt: '', steps, explanation: trace }, 'lb1');
  expect(drawn.map((each) => `${each.kind} ${each.words} ${each.inferred}`)).toEqual([
    'request to 02:00:00:00:00:01 false',
    'rewrite to 02:00:00:00:00:02 false',
    'return to 02:00:00:00:00:03, inferred true',
  ]);
});
