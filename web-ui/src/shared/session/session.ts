import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, type Session } from '../api/client';
import { dataOf } from '../api/problem';
import { reasonAgainst, type Role } from './role';

const KEY = ['session'];

/** Who is signed in. Reading it also brings the cookie that writes need. */
export function useSession() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => dataOf<Session>(api.GET('/api/v1/session')),
    refetchInterval: 60_000,
  });
}

/** Why the signed-in user may not do what needs this role; nothing when it may. */
export function useReasonAgainst(least: Role | undefined): string | undefined {
  const session = useSession();
  if (!least || !session.data) return undefined;
  return reasonAgainst(session.data.grants, least);
}

/** Sign in, sign out and change one's password; each changes who the page is for. */
export function useSessionActions() {
  const client = useQueryClient();
  const again = () => client.resetQueries();
  return {
    signIn: async (credentials: Schemas['Credentials']) => {
      await dataOf(api.POST('/api/v1/session', { body: credentials }));
      await again();
    },
    signOut: async (everywhere: boolean) => {
      await dataOf(api.DELETE('/api/v1/session', { params: { query: { everywhere } } }));
      await again();
    },
    changePassword: async (passwords: Schemas['NewPassword']) => {
      await dataOf(api.PUT('/api/v1/session/password', { body: passwords }));
      await client.invalidateQueries({ queryKey: KEY });
    },
  };
}
