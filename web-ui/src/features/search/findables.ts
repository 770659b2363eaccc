import { useBackends, useNodes, usePools, useVips } from '../../shared/api/queries';
import type { Findable } from './found';

/** All that can be found; read only while somebody looks for something. */
export function useFindables(wanted: boolean): Findable[] {
  const vips = useVips(wanted).data ?? [];
  const backends = useBackends(wanted).data ?? [];
  const pools = usePools(wanted).data ?? [];
  const nodes = useNodes(wanted).data ?? [];
  if (!wanted) return [];
  return [
    ...vips.map(({ id, name, address }): Findable => ({ kind: 'VIP', name, to: `/vips/${id}`, addresses: [address] })),
    ...backends.map(
      (each): Findable => ({
        kind: 'Backend',
        name: each.name,
        to: `/backends/${each.id}`,
        addresses: [each.address, ...[each.mac, each.observedMac].filter((mac) => mac !== undefined)],
      }),
    ),
    ...pools.map(({ id, name }): Findable => ({ kind: 'Pool', name, to: `/pools/${id}`, addresses: [] })),
    ...nodes.map(({ name, addresses }): Findable => ({ kind: 'Node', name, to: '/nodes', addresses })),
  ];
}
