import { useState } from 'react';
import { api, type RoleBinding, type Schemas } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';
import { useNodeGroups, useRoleBindings, useUsers } from '../../shared/api/queries';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { choices } from '../../shared/form/field';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { optionsOf } from '../../shared/ui/options';
import { ResourceTable } from '../../shared/ui/ResourceTable';

/** Bindings do not change: their version is always the first. */
const ONLY_VERSION = 0;

/** Which user has which role, and where. */
export function Bindings() {
  const bindings = useRoleBindings();
  const users = useUsers().data;
  const groups = useNodeGroups().data;
  const [creating, setCreating] = useState(false);
  const nameOf = (binding: RoleBinding) => users?.find((user) => user.id === binding.userId)?.name ?? binding.userId;
  return (
    <>
      <ResourceTable
        title="Roles"
        headingTag="h2"
        query={bindings}
        rowName={nameOf}
        empty="Nobody has a role."
        actions={
          <ActionButton least="ADMIN" onClick={() => setCreating(true)}>
            Give a role
          </ActionButton>
        }
        columns={[
          { id: 'user', header: 'User', cell: nameOf, isRowHeader: true },
          { id: 'role', header: 'Role', cell: (binding) => binding.role.toLowerCase(), sortingField: 'role' },
          {
            id: 'where',
            header: 'Where',
            cell: (binding) => groups?.find((group) => group.id === binding.nodeGroupId)?.name ?? (binding.nodeGroupId || 'everywhere'),
          },
          {
            id: 'actions',
            header: 'Actions',
            cell: (binding) => (
              <DeleteButton
                what={`the role ${binding.role.toLowerCase()} of ${nameOf(binding)}`}
                least="ADMIN"
                effect="It holds no longer from the next request on."
                remove={() =>
                  dataOf(
                    api.DELETE('/api/v1/role-bindings/{id}', { params: { path: { id: binding.id }, header: ifMatch(ONLY_VERSION) } }),
                  )
                }
              />
            ),
          },
        ]}
      />
      {creating && (
        <CreateDialog
          title="Give a role"
          fields={[
            { key: 'userId', label: 'User', kind: 'select', options: optionsOf(users) },
            { key: 'role', label: 'Role', kind: 'select', options: choices('VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN') },
            { key: 'nodeGroupId', label: 'Node group', kind: 'select', options: [{ value: '', label: 'everywhere' }, ...optionsOf(groups)] },
          ]}
          create={(body) => dataOf(api.POST('/api/v1/role-bindings', { body: body as Schemas['RoleBindingSpec'] }))}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}
