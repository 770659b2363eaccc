import { type Group, layout } from './layout';

const group: Group = {
  id: 'g',
  name: 'edge',
  networks: [{ id: 'lan', name: 'lan', role: 'BOTH', subnets: ['10.0.0.0/24'], vlanId: 0 }],
  nodes: [
    { id: 'lb1', name: 'lb1', addresses: ['10.0.0.11'], macs: ['02:00:00:00:00:11'], fresh: true },
    { id: 'lb2', name: 'lb2', addresses: ['10.0.0.12'], macs: ['02:00:00:00:00:12'], fresh: false },
  ],
  vips: [
    { id: 'web', name: 'web', address: '10.0.0.100', vrid: 1, ownerNodeId: 'lb1' },
    { id: 'shop', name: 'shop', address: '10.0.0.101', vrid: 1 },
  ],
  backends: [
    { id: 'b1', name: 'b1', address: '10.0.0.21', mac: '02:00:00:00:00:21', networkId: 'lan', poolId: 'p', vipIds: ['web'] },
    { id: 'b2', name: 'b2', address: '192.0.2.2', poolId: 'p', vipIds: [] },
  ],
};
const unknown = (drawing: ReturnType<typeof layout>) => drawing.boxes.filter((each) => each.unknown).map((each) => each.id);

test('a line leads from a VIP to its owner, from nodes to networks, and on to the backends there', () => {
  expect(layout(group, false).lines.map((each) => `${each.kind} ${each.id}`)).toEqual([
    'owns web lb1',
    'attached lb1 lan',
    'attached lb2 lan',
    'attached lan b1',
  ]);
});

test('what nobody vouches for is drawn as unknown, and what is old altogether', () => {
  expect(unknown(layout(group, false))).toEqual(['shop', 'lb2', 'b2']);
  expect(unknown(layout(group, true))).toEqual(['web', 'shop', 'lb1', 'lb2', 'b1', 'b2']);
});

test('the drawing is bounded, and tells how much it leaves to the tables', () => {
  const vips = Array.from({ length: 1000 }, (_, i) => ({ id: `v${i}`, name: `v${i}`, address: '10.0.0.1', vrid: 1 }));
  const drawing = layout({ ...group, vips }, false);
  expect(drawing.boxes).toHaveLength(12 + 2 + 1 + 2);
  expect(drawing.left).toBe(988);
});
