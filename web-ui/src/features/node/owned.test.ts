import type { Schemas } from '../../shared/api/client';
import { ownedBy } from './owned';

const node = (id: string, fresh: boolean) => ({ id, name: id, fresh, addresses: [], macs: [] });
const vip = (name: string) => ({ id: name, name, address: '10.0.0.1', vrid: 1, ownerNodeId: 'lb1' });
const topology = (...vips: string[]): Schemas['Topology'] => ({
  nodeGroups: [{ id: 'g', name: 'edge', networks: [], backends: [], nodes: [node('lb1', true), node('lb2', true), node('lost', false)], vips: vips.map(vip) }],
});

test('a node owns VIPs, stands by, or is unknown', () => {
  expect(ownedBy('lb1', topology('web', 'shop'))).toBe('web, shop');
  expect(ownedBy('lb2', topology('web', 'shop'))).toBe('none: it stands by');
  expect(['lost', 'new'].map((id) => ownedBy(id, topology('web')))).toEqual(['unknown', 'unknown']);
  expect(ownedBy('lb1', undefined)).toBe('unknown');
});

test('a long list of them is cut', () => {
  expect(ownedBy('lb1', topology('a', 'b', 'c', 'd', 'e', 'f'))).toBe('a, b, c, d and 2 more');
});
