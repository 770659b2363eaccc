import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { api, type Listener, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useListeners, usePools } from '../../shared/api/queries';
import { writesOf } from '../../shared/api/writes';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { EditDialog } from '../../shared/form/EditDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { optionsOf } from '../../shared/ui/options';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { listenerFields } from './vipFields';

const writes = writesOf<Listener>('listeners');

/** What is served on one VIP. */
export function ListenerTable({ vipId }: { vipId: string }) {
  const listeners = useListeners();
  const pools = usePools();
  const [edited, setEdited] = useState<Listener>();
  const [adding, setAdding] = useState(false);
  const fields = listenerFields(optionsOf(pools.data));
  const create = (body: Record<string, unknown>) =>
    dataOf(api.POST('/api/v1/vips/{vip}/listeners', { params: { path: { vip: vipId } }, body: body as Schemas['ListenerSpec'] }));
  return (
    <>
      <Table
        header={
          <Header
            variant="h2"
            actions={
              <ActionButton least="EDITOR" onClick={() => setAdding(true)}>
                Add listener
              </ActionButton>
            }
          >
            Listeners
          </Header>
        }
        items={listeners.data?.filter((each) => each.vipId === vipId) ?? []}
        trackBy="id"
        ariaLabels={{ tableLabel: 'Listeners' }}
        empty="No listener: every port of this VIP is unmatched."
        columnDefinitions={[
          { id: 'name', header: 'Listener', cell: (listener) => listener.name, isRowHeader: true },
          { id: 'protocol', header: 'Protocol', cell: (listener) => listener.protocol },
          { id: 'ports', header: 'Ports', cell: (listener) => <Mono>{listener.ports.join(' ')}</Mono> },
          {
            id: 'pool',
            header: 'Pool',
            cell: (listener) => (
              <PlaceLink to={`/pools/${listener.poolId}`}>
                {pools.data?.find((each) => each.id === listener.poolId)?.name ?? listener.poolId}
              </PlaceLink>
            ),
          },
          { id: 'state', header: 'Wanted', cell: (listener) => <AdminStatus state={listener.adminState} /> },
          {
            id: 'actions',
            header: 'Actions',
            cell: (listener) => (
              <SpaceBetween direction="horizontal" size="xs">
                <ActionButton least="EDITOR" ariaLabel={`Edit ${listener.name}`} onClick={() => setEdited(listener)}>
                  Edit
                </ActionButton>
                <DeleteButton
                  what={listener.name}
                  effect={`${listener.protocol} ${listener.ports.join(' ')} of this VIP is unmatched from then on, and its flows end.`}
                  revises
                  remove={(message) => writes.remove(listener.id, listener.version, message)}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {edited && (
        <EditDialog title={`Edit ${edited.name}`} fields={fields} resource={edited} edits={writes} onClose={() => setEdited(undefined)} />
      )}
      {adding && (
        <CreateDialog title="Add a listener" fields={fields} initial={{ protocol: 'TCP' }} create={create} onClose={() => setAdding(false)} />
      )}
    </>
  );
}
