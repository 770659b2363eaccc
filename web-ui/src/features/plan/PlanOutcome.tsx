import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Schemas } from '../../shared/api/client';
import { ChangeTables } from '../change/ChangeTables';
import { impactOf } from './impact';

/** What a rehearsed configuration would change, what that does to clients, and what would refuse it. */
export function PlanOutcome({ plan }: { plan: Schemas['Plan'] }) {
  return (
    <SpaceBetween size="m">
      {plan.findings.length > 0 && (
        <Alert type="error" header="It would be refused">
          <ul>
            {plan.findings.map((each) => (
              <li key={`${each.pointer} ${each.code}`}>
                {each.detail} <span className="why">{each.pointer}</span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div>{impactOf(plan)}</div>
      <ChangeTables changes={plan.changes} empty="Nothing would change: all of it exists." />
    </SpaceBetween>
  );
}
