import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSession, useSessionActions } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';

/** The control plane sends the browser on to the provider that it was given, and takes it back signed in. */
const PROVIDER = '/oauth2/authorization/carom';

/** The way in. The first password stands in a file beside the control plane's data. */
export function SignIn() {
  const { signIn } = useSessionActions();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const write = useWrite(signIn);
  const withProvider = useSession().data?.signInWith.includes('OPENID');
  return (
    <main className="entrance">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ name, password });
        }}
      >
        <Container header={<Header variant="h1">Sign in to Carom</Header>}>
          <SpaceBetween size="m">
            <ProblemAlert error={write.error} title="You are not signed in" />
            <FormField label="Name">
              <Input value={name} autoComplete="username" onChange={({ detail }) => setName(detail.value)} />
            </FormField>
            <FormField label="Password">
              <Input type="password" value={password} autoComplete="current-password" onChange={({ detail }) => setPassword(detail.value)} />
            </FormField>
            <Button variant="primary" formAction="submit" loading={write.isPending}>
              Sign in
            </Button>
            {withProvider && <Button href={PROVIDER}>Sign in with OpenID</Button>}
          </SpaceBetween>
        </Container>
      </form>
    </main>
  );
}
