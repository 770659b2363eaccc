import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type ApiToken, type Schemas } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';
import { useTokens } from '../../shared/api/queries';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { choices, type Field } from '../../shared/form/field';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { clock } from '../../shared/ui/time';
import { ShownOnce } from './ShownOnce';

/** Tokens do not change: their version is always the first. */
const ONLY_VERSION = 0;

const FIELDS: readonly Field[] = [
  { key: 'name', label: 'Name', kind: 'text', description: 'Of the program that will have it.' },
  { key: 'role', label: 'Role', kind: 'select', options: choices('VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN') },
  { key: 'lifetimeSeconds', label: 'Good for (s)', kind: 'number', description: 'Empty: until it is revoked.' },
];

/** The credentials of programs. */
export function Tokens() {
  const tokens = useTokens();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<ApiToken>();
  return (
    <SpaceBetween size="s">
      {made?.token && <ShownOnce what={`The token ${made.name}`} secret={made.token} onForget={() => setMade(undefined)} />}
      <ResourceTable
        title="Tokens"
        headingTag="h2"
        query={tokens}
        rowName={(token) => token.name}
        empty="No program has a token."
        actions={
          <ActionButton least="ADMIN" onClick={() => setCreating(true)}>
            Make a token
          </ActionButton>
        }
        columns={[
          { id: 'name', header: 'Name', cell: (token) => token.name, sortingField: 'name', isRowHeader: true },
          { id: 'hint', header: 'Begins with', cell: (token) => <Mono>{token.hint}</Mono> },
          { id: 'role', header: 'Role', cell: (token) => token.role.toLowerCase() },
          { id: 'state', header: 'Good until', cell: stateOf },
          { id: 'used', header: 'Last used', cell: (token) => (token.lastUsedAt ? clock(token.lastUsedAt) : 'never') },
          {
            id: 'actions',
            header: 'Actions',
            cell: (token) =>
              token.revokedAt ? (
                '-'
              ) : (
                <DeleteButton
                  what={token.name}
                  least="ADMIN"
                  effect="It opens nothing from now on, and stays in the list."
                  remove={() =>
                    dataOf(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id: token.id }, header: ifMatch(ONLY_VERSION) } }))
                  }
                />
              ),
          },
        ]}
      />
      {creating && (
        <CreateDialog
          title="Make a token"
          fields={FIELDS}
          create={(body) => dataOf<ApiToken>(api.POST('/api/v1/tokens', { body: body as Schemas['TokenSpec'] }))}
          onCreated={setMade}
          onClose={() => setCreating(false)}
        />
      )}
    </SpaceBetween>
  );
}

function stateOf(token: ApiToken): string {
  if (token.revokedAt) return `revoked ${clock(token.revokedAt)}`;
  return token.expiresAt ? clock(token.expiresAt) : 'it is revoked';
}
