import { useSyncExternalStore } from 'react';
import { live } from '../../shared/live/live';
import { newest } from '../../shared/live/ring';
import { shareAsked } from './share';

interface Known {
  readonly id: string;
  readonly name: string;
  readonly poolId: string;
  readonly weight: number;
  readonly adminState: string;
}

/** The bar is the share of packets that a backend takes now, the mark what its weight asks for. */
export function ShareBar({ backend, all }: { backend: Known; all: readonly Known[] }) {
  const real = useSyncExternalStore(live.subscribe, () => shareTaken(backend, all));
  const asked = shareAsked(backend, all);
  const words = `${real === undefined ? 'not measured' : `${real.toFixed(1)} %`} of ${asked.toFixed(1)} % asked for`;
  return (
    <span className="share">
      <svg width="100" height="12" viewBox="0 0 100 12" role="img" aria-label={`${backend.name}: ${words}`}>
        <rect className="track" y="2" width="100" height="8" rx="2" />
        {real !== undefined && <rect className="taken" y="2" width={real} height="8" rx="2" />}
        <rect className="asked" x={Math.min(98, asked)} width="2" height="12" />
      </svg>
      {real === undefined ? '-' : `${real.toFixed(1)} %`}
    </span>
  );
}

/** Per cent of its pool's packets in the newest second; undefined while none is measured. */
function shareTaken(backend: Known, all: readonly Known[]): number | undefined {
  const packets = (each: Known) => newest(live.pointsOf(`backends/${each.id}`))?.packets;
  const own = packets(backend);
  const total = all.filter((each) => each.poolId === backend.poolId).reduce((sum, each) => sum + (packets(each) ?? 0), 0);
  return own === undefined || total === 0 ? undefined : Math.round((1000 * own) / total) / 10;
}
