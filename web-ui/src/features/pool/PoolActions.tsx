import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type HealthMonitor, type Pool, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useBackends, useHealthMonitors, useListeners, usePools } from '../../shared/api/queries';
import { writesOf } from '../../shared/api/writes';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { EditDialog } from '../../shared/form/EditDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { optionsOf } from '../../shared/ui/options';
import { BACKEND_FIELDS } from '../backend/backendFields';
import { MONITOR_FIELDS, poolFields } from './poolFields';

const writes = writesOf<Pool>('pools');
const monitorWrites = writesOf<HealthMonitor>('health-monitors');

/** Edit a pool and its health monitor, add a backend, delete it with all of them. */
export function PoolActions({ pool, monitor }: { pool: Pool; monitor: HealthMonitor | undefined }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'pool' | 'monitor' | 'backend'>();
  const monitors = optionsOf(useHealthMonitors().data);
  const pools = optionsOf(usePools().data?.filter((each) => each.id !== pool.id));
  const backends = useBackends().data?.filter((each) => each.poolId === pool.id).length ?? 0;
  const listeners = useListeners().data?.filter((each) => each.poolId === pool.id).length ?? 0;
  const close = () => setOpen(undefined);
  const create = (body: Record<string, unknown>) =>
    dataOf(api.POST('/api/v1/pools/{pool}/backends', { params: { path: { pool: pool.id } }, body: body as Schemas['BackendSpec'] }));
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <ActionButton least="EDITOR" onClick={() => setOpen('pool')}>
          Edit
        </ActionButton>
        {monitor && (
          <ActionButton least="EDITOR" onClick={() => setOpen('monitor')}>
            Edit health monitor
          </ActionButton>
        )}
        <ActionButton least="EDITOR" onClick={() => setOpen('backend')}>
          Add backend
        </ActionButton>
        <DeleteButton
          what={pool.name}
          effect={`Its ${backends} backends go with it. ${listeners === 0 ? 'No listener leads to it.' : `${listeners} listeners lead to it: it is refused until they do not.`}`}
          revises
          remove={(message) => writes.remove(pool.id, pool.version, message)}
          onDone={() => void navigate({ to: '/pools' })}
        />
      </SpaceBetween>
      {open === 'pool' && (
        <EditDialog title={`Edit ${pool.name}`} fields={poolFields(monitors, pools)} resource={pool} edits={writes} onClose={close} />
      )}
      {open === 'monitor' && monitor && (
        <EditDialog title={`Edit ${monitor.name}`} fields={MONITOR_FIELDS} resource={monitor} edits={monitorWrites} onClose={close} />
      )}
      {open === 'backend' && (
        <CreateDialog title="Add a backend" fields={BACKEND_FIELDS} initial={{ weight: '1' }} create={create} onClose={close} />
      )}
    </>
  );
}
