import type { Backend, Listener } from '../../shared/api/client';
import type { Cell, CellState } from '../../shared/ui/Rack';

/** The backends behind a VIP. Their health is not told by what was asked for, so an enabled one is unknown here. */
export function cellsOf(vipId: string, listeners: readonly Listener[], backends: readonly Backend[]): Cell[] {
  const pools = new Set(listeners.filter((each) => each.vipId === vipId).map((each) => each.poolId));
  return backends
    .filter((backend) => pools.has(backend.poolId))
    .map((backend) => ({ id: backend.id, name: backend.name, state: stateOf(backend) }));
}

function stateOf(backend: Backend): CellState {
  switch (backend.adminState) {
    case 'ENABLED':
      return 'unknown';
    case 'DRAINING':
      return 'draining';
    default:
      return 'disabled';
  }
}
