import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type User } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';
import { useUsers } from '../../shared/api/queries';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { useWrite } from '../../shared/ui/useWrite';
import { ShownOnce } from './ShownOnce';

/** The people who may sign in. */
export function Users() {
  const users = useUsers();
  const [creating, setCreating] = useState(false);
  const [admitted, setAdmitted] = useState<User>();
  const toggle = useWrite((user: User) =>
    dataOf(
      api.PATCH('/api/v1/users/{id}', {
        params: { path: { id: user.id }, header: ifMatch(user.version) },
        body: { disabled: !user.disabled },
      }),
    ),
  );
  return (
    <SpaceBetween size="s">
      <ProblemAlert error={toggle.error} />
      {admitted?.password && (
        <ShownOnce what={`The first password of ${admitted.name}`} secret={admitted.password} onForget={() => setAdmitted(undefined)} />
      )}
      <ResourceTable
        title="Users"
        headingTag="h2"
        query={users}
        rowName={(user) => user.name}
        empty="Nobody may sign in."
        actions={
          <ActionButton least="ADMIN" onClick={() => setCreating(true)}>
            Admit a user
          </ActionButton>
        }
        columns={[
          { id: 'name', header: 'Name', cell: (user) => user.name, sortingField: 'name', isRowHeader: true },
          { id: 'state', header: 'State', cell: stateOf },
          { id: 'from', header: 'Signs in with', cell: (user) => user.issuer ?? 'a password' },
          {
            id: 'actions',
            header: 'Actions',
            cell: (user) => (
              <SpaceBetween direction="horizontal" size="xs">
                <ActionButton least="ADMIN" ariaLabel={`${user.disabled ? 'Enable' : 'Disable'} ${user.name}`} onClick={() => toggle.mutate(user)}>
                  {user.disabled ? 'Enable' : 'Disable'}
                </ActionButton>
                <DeleteButton
                  what={user.name}
                  least="ADMIN"
                  effect="Their roles and sessions end at once. What they did stays in the audit."
                  remove={() =>
                    dataOf(api.DELETE('/api/v1/users/{id}', { params: { path: { id: user.id }, header: ifMatch(user.version) } }))
                  }
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {creating && (
        <CreateDialog
          title="Admit a user"
          fields={[{ key: 'name', label: 'Name', kind: 'text' }]}
          create={(body) => dataOf<User>(api.POST('/api/v1/users', { body: { name: String(body['name'] ?? '') } }))}
          onCreated={setAdmitted}
          onClose={() => setCreating(false)}
        />
      )}
    </SpaceBetween>
  );
}

function stateOf(user: User): string {
  if (user.disabled) return 'disabled';
  return user.mustChangePassword ? 'has to choose a password' : 'enabled';
}
