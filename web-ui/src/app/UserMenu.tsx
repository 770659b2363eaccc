import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { PasswordDialog } from '../features/session/PasswordDialog';
import { useSession, useSessionActions } from '../shared/session/session';

/** Who is signed in, with which roles, and the way out. */
export function UserMenu() {
  const session = useSession();
  const { signOut } = useSessionActions();
  const [changing, setChanging] = useState(false);
  if (!session.data?.signedIn) return null;
  const roles = session.data.grants.map((grant) => grant.role.toLowerCase()).join(', ') || 'no role';
  const choose = (id: string) => {
    if (id === 'password') setChanging(true);
    else void signOut(id === 'everywhere');
  };
  return (
    <>
      <ButtonDropdown
        variant="normal"
        expandableGroups={false}
        ariaLabel={`${session.data.name}, ${roles}`}
        onItemClick={({ detail }) => choose(detail.id)}
        items={[
          {
            text: `Signed in as ${session.data.name}: ${roles}`,
            items: [
              { id: 'password', text: 'Change password' },
              { id: 'here', text: 'Sign out' },
              { id: 'everywhere', text: 'Sign out everywhere' },
            ],
          },
        ]}
      >
        {session.data.name}
      </ButtonDropdown>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
