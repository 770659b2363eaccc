import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { PlanOutcome } from '../../plan/PlanOutcome';
import type { Draft } from './draft';
import { type Named, usePlan } from './plan';

/** What the control plane says of the draft before anything of it is made. */
export function PlanView({ draft, named, making }: { draft: Draft; named: Named; making: boolean }) {
  const plan = usePlan(draft, named, !making);
  // A role that reaches one node group alone may make a VIP, yet not plan the whole configuration.
  if (plan.error) return <Alert type="info" header="It could not be rehearsed">{plan.error.message}</Alert>;
  return (
    <Container header={<Header variant="h2">What it does</Header>}>
      {plan.data ? <PlanOutcome plan={plan.data} /> : <StatusIndicator type="loading">Rehearsing it on the control plane</StatusIndicator>}
    </Container>
  );
}
