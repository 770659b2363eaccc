import type { Schemas } from '../../shared/api/client';

/** What a plan does to those who are served already, in one sentence. */
export function impactOf({ impact }: Pick<Schemas['Plan'], 'impact'>): string {
  const moved = impact.movedFlowsPercent;
  const flows = moved === 0 ? 'No flow of today moves.' : `${moved.toFixed(1)} % of the flows of today move.`;
  const backends = impact.backendsAdded === 1 ? '1 backend joins.' : `${impact.backendsAdded} backends join.`;
  return `${flows} ${backends}`;
}
