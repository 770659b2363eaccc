import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { writesOf } from '../../shared/api/writes';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { EditDialog } from '../../shared/form/EditDialog';
import { choices, type Field } from '../../shared/form/field';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { useWrite } from '../../shared/ui/useWrite';
import { Deliveries } from './Deliveries';
import { ShownOnce } from './ShownOnce';
import { useWebhooks, type Webhook } from './webhooks';

const writes = writesOf<Webhook>('webhooks');

const FIELDS: readonly Field[] = [
  { key: 'name', label: 'Name', kind: 'text' },
  { key: 'url', label: 'Address', kind: 'text', description: 'Where the events are posted to; http or https.' },
  { key: 'format', label: 'Format', kind: 'select', options: choices('GENERIC', 'SLACK') },
  { key: 'eventTypes', label: 'Events', kind: 'lines', description: 'As finding.opened backend.*, with blanks between them; empty: all.' },
  { key: 'enabled', label: 'Deliver', kind: 'flag' },
];

/** Where events are posted to, and what became of each. */
export function Webhooks() {
  const webhooks = useWebhooks();
  const [open, setOpen] = useState<'create' | 'edit'>();
  const [made, setMade] = useState<Schemas['MadeWebhook']>();
  const [selected, setSelected] = useState<Webhook[]>([]);
  const test = useWrite((id: string) => dataOf(api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } })));
  const chosen = webhooks.data?.find((each) => each.id === selected[0]?.id);
  return (
    <SpaceBetween size="s">
      <ProblemAlert error={test.error} title="No test was sent" />
      {made?.secret && <ShownOnce what={`The secret of ${made.name}`} secret={made.secret} onForget={() => setMade(undefined)} />}
      <ResourceTable
        title="Webhooks"
        headingTag="h2"
        query={webhooks}
        rowName={(webhook) => webhook.name}
        empty="Nobody is told of events."
        selected={chosen ? [chosen] : []}
        onSelect={setSelected}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton least="ADMIN" disabled={!chosen} disabledReason="Choose a webhook first" loading={test.isPending} onClick={() => chosen && test.mutate(chosen.id)}>
              Send a test
            </ActionButton>
            <ActionButton least="ADMIN" disabled={!chosen} disabledReason="Choose a webhook first" onClick={() => setOpen('edit')}>
              Edit
            </ActionButton>
            {chosen && (
              <DeleteButton
                what={chosen.name}
                least="ADMIN"
                effect="Nothing is posted there from now on, and its deliveries are forgotten."
                remove={async () => {
                  await writes.remove(chosen.id, chosen.version);
                  // At once: its deliveries are not asked for again when all lists are.
                  flushSync(() => setSelected([]));
                }}
              />
            )}
            <ActionButton least="ADMIN" onClick={() => setOpen('create')}>
              Make a webhook
            </ActionButton>
          </SpaceBetween>
        }
        columns={[
          { id: 'name', header: 'Name', cell: (webhook) => webhook.name, sortingField: 'name', isRowHeader: true },
          { id: 'url', header: 'Address', cell: (webhook) => <Mono>{webhook.url}</Mono> },
          { id: 'events', header: 'Events', cell: (webhook) => webhook.eventTypes.join(' ') || 'all' },
          { id: 'format', header: 'Format', cell: (webhook) => webhook.format.toLowerCase() },
          { id: 'enabled', header: 'Delivers', cell: (webhook) => (webhook.enabled ? 'yes' : 'no') },
          { id: 'pending', header: 'Waiting', cell: (webhook) => webhook.pendingDeliveries },
          { id: 'dead', header: 'Given up', cell: (webhook) => webhook.deadDeliveries },
        ]}
      />
      {chosen && <Deliveries webhook={chosen} />}
      {open === 'edit' && chosen && (
        <EditDialog title={`Edit ${chosen.name}`} fields={FIELDS} resource={chosen} edits={writes} onClose={() => setOpen(undefined)} />
      )}
      {open === 'create' && (
        <CreateDialog
          title="Make a webhook"
          fields={FIELDS}
          initial={{ format: 'GENERIC', enabled: 'true' }}
          create={(body) => dataOf<Schemas['MadeWebhook']>(api.POST('/api/v1/webhooks', { body: body as Schemas['WebhookSpec'] }))}
          onCreated={setMade}
          onClose={() => setOpen(undefined)}
        />
      )}
    </SpaceBetween>
  );
}
