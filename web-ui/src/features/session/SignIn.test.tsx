// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { SignIn } from './SignIn';

function signIn(signInWith: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['session'], { signedIn: false, mustChangePassword: false, grants: [], signInWith });
  render(
    <QueryClientProvider client={client}>
      <SignIn />
    </QueryClientProvider>,
  );
}

test('with a provider configured there is a way through it', () => {
  signIn(['PASSWORD', 'OPENID']);
  expect(screen.getByText('Sign in with OpenID').closest('a')).toHaveAttribute('href', '/oauth2/authorization/carom');
});

test('without one there is a password alone', () => {
  signIn(['PASSWORD']);
  expect(screen.queryByText('Sign in with OpenID')).toBeNull();
  expect(screen.getByText('Sign in')).toBeVisible();
});
