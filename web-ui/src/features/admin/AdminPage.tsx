import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useReasonAgainst } from '../../shared/session/session';
import { Bindings } from './Bindings';
import { Tokens } from './Tokens';
import { Users } from './Users';
import { Webhooks } from './Webhooks';

/** Who may do what: people, their roles, and the tokens of programs, and who is told of events. */
export function AdminPage() {
  const closed = useReasonAgainst('ADMIN');
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="People, their roles, the tokens of programs, and where events are posted to.">
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
        </>
      )}
    </SpaceBetween>
  );
}
