import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useReasonAgainst } from '../../shared/session/session';
import { AuditTrail } from './AuditTrail';
import { Bindings } from './Bindings';
import { Tokens } from './Tokens';
import { Users } from './Users';
import { Webhooks } from './Webhooks';

/** Who may do what: people, their roles, and the tokens of programs, who is told of events, and who did what. */
export function AdminPage() {
  const closed = useReasonAgainst('ADMIN');
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="People, their roles, the tokens of programs, where events are posted to, and who did what.">
        Administration
      </Header>
      {closed ? (
        <Alert type="info" header="This place is for administrators">
          {closed}
        </Alert>
      ) : (
        <>
          <Users />
          <Bindings />
          <Tokens />
          <Webhooks />
          <AuditTrail />
        </>
      )}
    </SpaceBetween>
  );
}
