import { api, type Vip } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';

export interface NewVip {
  readonly name: string;
  readonly address: string;
  readonly nodeGroupId: string;
  readonly protocol: 'TCP' | 'UDP';
  readonly ports: string;
  readonly poolId: string;
}

/** A VIP and its first listener; when the listener is refused the VIP is taken back, so that nothing half stands. */
export async function createVip(wanted: NewVip): Promise<Vip> {
  const { name, address, nodeGroupId, protocol, poolId } = wanted;
  const vip = await dataOf<Vip>(api.POST('/api/v1/vips', { body: { name, address, nodeGroupId } }));
  const ports = wanted.ports.split(/[\s,]+/).filter((port) => port !== '');
  try {
    await dataOf(
      api.POST('/api/v1/vips/{vip}/listeners', {
        params: { path: { vip: vip.id } },
        body: { name: `${protocol.toLowerCase()}-${ports[0] ?? ''}`, protocol, ports, poolId },
      }),
    );
  } catch (refused) {
    await dataOf(api.DELETE('/api/v1/vips/{id}', { params: { path: { id: vip.id }, header: ifMatch(vip.version) } }));
    throw refused;
  }
  return vip;
}
