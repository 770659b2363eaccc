import type { Backend, Listener } from '../../shared/api/client';
import type { Cell, CellState } from '../../shared/ui/Rack';

/** The backends behind a VIP. What nobody has reported, or what is stale, is unknown. */
export function cellsOf(vipId: string, listeners: readonly Listener[], backends: readonly Backend[], stale: boolean): Cell[] {
  const pools = new Set(listeners.filter((each) => each.vipId === vipId).map((each) => each.poolId));
  return backends
    .filter((backend) => pools.has(backend.poolId))
    .map((backend) => ({ id: backend.id, name: backend.name, state: stale ? 'unknown' : stateOf(backend) }));
}

export function stateOf(backend: Pick<Backend, 'adminState' | 'operatingStatus'>): CellState {
  if (backend.adminState === 'DISABLED') return 'disabled';
  switch (backend.operatingStatus) {
    case 'ONLINE':
      return 'up';
    case 'OFFLINE':
      return 'down';
    case 'DEGRADED':
      return 'degraded';
    case 'DRAINING':
      return 'draining';
    default:
      return 'unknown';
  }
}
