import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Why } from '../../shared/form/Why';
import { ActionButton } from '../../shared/ui/ActionButton';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { PlanOutcome } from '../plan/PlanOutcome';
import { apply, type Import } from './imports';
import { RemarkTable } from './RemarkTable';

/** What was read, line by line; what it would change; and the change, once. */
export function ImportView({ made }: { made: Import }) {
  const [message, setMessage] = useState('');
  const write = useWrite(apply);
  if (write.data) {
    return (
      <Alert type="success" header={`It stands as revision ${write.data.revision}`}>
        <PlaceLink to={`/changes?revision=${write.data.revision}`}>What it changed</PlaceLink>. Each backend must hold its VIPs on its loopback
        before it serves; <PlaceLink to="/backends">its page</PlaceLink> has the script.
      </Alert>
    );
  }
  return (
    <SpaceBetween size="l">
      <RemarkTable remarks={made.remarks} />
      <Container header={<Header variant="h2">What it would change</Header>}>
        <SpaceBetween size="m">
          <PlanOutcome plan={made.plan} />
          <Why message={message} onChange={setMessage} />
          <ProblemAlert error={write.error} />
          <ActionButton
            least="EDITOR"
            variant="primary"
            disabled={reasonAgainst(made) !== undefined}
            disabledReason={reasonAgainst(made)}
            loading={write.isPending}
            onClick={() => write.mutate({ made, message })}
          >
            Apply
          </ActionButton>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function reasonAgainst({ plan }: Import): string | undefined {
  if (plan.findings.length > 0) return 'It would be refused, as said above';
  return plan.changes.length === 0 ? 'Nothing would change' : undefined;
}
