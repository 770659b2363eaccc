import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { ChangeTables } from '../../change/ChangeTables';
import type { Draft } from './draft';
import { impactOf, type Named, usePlan } from './plan';

/** What the control plane says of the draft before anything of it is made. */
export function PlanView({ draft, named, making }: { draft: Draft; named: Named; making: boolean }) {
  const plan = usePlan(draft, named, !making);
  // A role that reaches one node group alone may make a VIP, yet not plan the whole configuration.
  if (plan.error) return <Alert type="info" header="It could not be rehearsed">{plan.error.message}</Alert>;
  return (
    <Container header={<Header variant="h2">What it does</Header>}>
      {!plan.data ? (
        <StatusIndicator type="loading">Rehearsing it on the control plane</StatusIndicator>
      ) : (
        <SpaceBetween size="m">
          {plan.data.findings.length > 0 && (
            <Alert type="error" header="It would be refused">
              <ul>
                {plan.data.findings.map((each) => (
                  <li key={`${each.pointer} ${each.code}`}>
                    {each.detail} <span className="why">{each.pointer}</span>
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <div>{impactOf(plan.data)}</div>
          <ChangeTables changes={plan.data.changes} empty="Nothing would change: all of it exists." />
        </SpaceBetween>
      )}
    </Container>
  );
}
