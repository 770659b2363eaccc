import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ChangePassword } from '../features/session/ChangePassword';
import { SignIn } from '../features/session/SignIn';
import { ProblemError } from '../shared/api/problem';
import { useSession } from '../shared/session/session';
import { ProblemAlert } from '../shared/ui/ProblemAlert';

/** Nothing of the console is shown, and nothing is asked for, before somebody is signed in. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSession();
  useSignedOutElsewhere();
  if (session.isPending) return <main className="entrance" aria-busy="true" />;
  if (!session.data) {
    return (
      <main className="entrance">
        <ProblemAlert error={session.error} title="The control plane does not answer" />
      </main>
    );
  }
  if (!session.data.signedIn) return <SignIn />;
  return session.data.mustChangePassword ? <ChangePassword /> : <>{children}</>;
}

/** An answer of 401 to whatever is read: the session has ended somewhere else. */
function useSignedOutElsewhere() {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type !== 'updated' || query.queryKey[0] === 'session') return;
        const { error } = query.state;
        if (error instanceof ProblemError && error.problem.status === 401 && query.state.status === 'error') {
          void client.invalidateQueries({ queryKey: ['session'] });
        }
      }),
    [client],
  );
}
