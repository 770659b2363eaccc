import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Schemas } from '../../shared/api/client';
import { useStale } from '../../shared/live/live';

type Health = Schemas['BackendHealth'];

const LOOKS = { UP: 'success', DOWN: 'error', UNKNOWN: 'pending' } as const;

/** What each node's probes of one path say; several listeners or nodes that agree are one line. */
export function HealthCell({ health, path }: { health: readonly Health[]; path: 'DSR' | 'DIRECT' }) {
  const stale = useStale();
  const judged = health.filter((each) => each.path === path);
  if (judged.length === 0) return <span className="quiet">not probed</span>;
  const states = (['DOWN', 'UNKNOWN', 'UP'] as const).filter((state) => judged.some((each) => each.state === state));
  return (
    <>
      {states.map((state) => {
        const said = judged.filter((each) => each.state === state);
        const words = `${state.toLowerCase()}, ${[...new Set(said.map((each) => each.observedByName))].join(' and ')}`;
        return (
          <div key={state} title={said.map((each) => each.reason).join('; ')}>
            <StatusIndicator type={stale ? 'pending' : LOOKS[state]}>{stale ? `unknown, was ${words}` : words}</StatusIndicator>
            {state === 'DOWN' && <div className="why">{[...new Set(said.map((each) => each.reason))].join('; ')}</div>}
          </div>
        );
      })}
    </>
  );
}
