import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSessionActions } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { PasswordFields, type Passwords } from './PasswordFields';

/** The first password was shown to somebody: nothing is open before it is changed. */
export function ChangePassword() {
  const { changePassword } = useSessionActions();
  const [passwords, setPasswords] = useState<Passwords>({ current: '', chosen: '' });
  const write = useWrite(changePassword);
  return (
    <main className="entrance">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ currentPassword: passwords.current, newPassword: passwords.chosen });
        }}
      >
        <Container header={<Header variant="h1">Choose your password</Header>}>
          <SpaceBetween size="m">
            <ProblemAlert error={write.error} />
            <PasswordFields passwords={passwords} error={write.error} onChange={setPasswords} />
            <Button variant="primary" formAction="submit" loading={write.isPending}>
              Change password
            </Button>
          </SpaceBetween>
        </Container>
      </form>
    </main>
  );
}
