import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useReasonAgainst } from '../../shared/session/session';
import { Bindings } from './Bindings';
import { Tokens } from './Tokens';
import { Users } from './Users';

/** Who may do what: people, their roles, and the tokens of programs. */
export function AdminPage() {
  const closed = useReasonAgainst('ADMIN');
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="People, their roles, and the tokens of programs.">
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
        </>
      )}
    </SpaceBetween>
  );
}
