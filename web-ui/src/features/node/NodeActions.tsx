import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type Node, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useNodeGroups } from '../../shared/api/queries';
import { writesOf } from '../../shared/api/writes';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { EditDialog } from '../../shared/form/EditDialog';
import type { Field } from '../../shared/form/field';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { optionsOf } from '../../shared/ui/options';
import { HandOver } from './HandOver';
import { RenewToken } from './RenewToken';
import { Resync } from './Resync';

const writes = writesOf<Node>('nodes');
const CHOOSE = 'Choose a node first';

/** Make a node and show its token this once; edit or delete the chosen one. */
export function NodeActions({ node }: { node: Node | undefined }) {
  const groups = optionsOf(useNodeGroups().data);
  const [open, setOpen] = useState<'create' | 'edit'>();
  const [made, setMade] = useState<Pick<Node, 'name' | 'token'>>();
  const close = () => setOpen(undefined);
  const fields: Field[] = [
    { key: 'name', label: 'Name', kind: 'text' },
    { key: 'nodeGroupId', label: 'Node group', kind: 'select', options: groups },
    { key: 'addresses', label: 'Addresses', kind: 'lines', description: 'Its own, with blanks between them.' },
  ];
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <ActionButton least="EDITOR" disabled={!node} disabledReason={CHOOSE} onClick={() => setOpen('edit')}>
          Edit
        </ActionButton>
        {node && (
          <DeleteButton
            what={node.name}
            effect={
              node.connected
                ? 'Its agent is connected: it loses its token, keeps what it was told last and forwards on until it is stopped.'
                : 'Its agent can not connect again with its token.'
            }
            revises
            remove={(message) => writes.remove(node.id, node.version, message)}
          />
        )}
        {node && <HandOver node={node} />}
        {node && <Resync node={node} />}
        {node && <RenewToken node={node} onMade={(token) => setMade({ name: node.name, token })} />}
        <ActionButton least="ADMIN" variant="primary" onClick={() => setOpen('create')}>
          Create node
        </ActionButton>
      </SpaceBetween>
      {made && (
        <Alert type="success" header={`The token of ${made.name}, shown this once`} dismissible dismissAriaLabel="Forget the token" onDismiss={() => setMade(undefined)}>
          Start its agent with it as CAROM_NODE_TOKEN: <Mono>{made.token}</Mono>
        </Alert>
      )}
      {open === 'edit' && node && <EditDialog title={`Edit ${node.name}`} fields={fields} resource={node} edits={writes} onClose={close} />}
      {open === 'create' && (
        <CreateDialog
          title="Create a node"
          fields={fields}
          create={(body) => dataOf<Node>(api.POST('/api/v1/nodes', { body: body as Schemas['NodeSpec'] }))}
          onCreated={setMade}
          onClose={close}
        />
      )}
    </SpaceBetween>
  );
}
