import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Backend } from '../../shared/api/client';
import { useBackends } from '../../shared/api/queries';
import { writesOf } from '../../shared/api/writes';
import { EditDialog } from '../../shared/form/EditDialog';
import { FormDialog } from '../../shared/form/FormDialog';
import { Why } from '../../shared/form/Why';
import { ActionButton } from '../../shared/ui/ActionButton';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { BACKEND_FIELDS } from './backendFields';
import { effectOf } from './effect';

const writes = writesOf<Backend>('backends');
const CHOOSE = 'Choose a backend first';

/** Drain, take back, edit and delete the chosen backend; each says what it does before it does it. */
export function BackendActions({ backend }: { backend: Backend | undefined }) {
  const all = useBackends().data ?? [];
  const [open, setOpen] = useState<'edit' | 'drain'>();
  const [message, setMessage] = useState('');
  const write = useWrite((adminState: Backend['adminState']) =>
    backend ? writes.patch(backend.id, backend.version, { adminState }, message) : Promise.reject(new Error(CHOOSE)),
  );
  const draining = backend?.adminState === 'DRAINING';
  const close = () => {
    setOpen(undefined);
    setMessage('');
    write.reset();
  };
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <ActionButton
          least="OPERATOR"
          disabled={!backend}
          disabledReason={CHOOSE}
          loading={write.isPending}
          onClick={() => (draining ? write.mutate('ENABLED') : setOpen('drain'))}
        >
          {draining ? 'Stop draining' : 'Drain'}
        </ActionButton>
        <ActionButton least="EDITOR" disabled={!backend} disabledReason={CHOOSE} onClick={() => setOpen('edit')}>
          Edit
        </ActionButton>
        {backend && (
          <DeleteButton
            what={backend.name}
            effect={effectOf('delete', backend, all)}
            revises
            remove={(why) => writes.remove(backend.id, backend.version, why)}
          />
        )}
      </SpaceBetween>
      {!open && <ProblemAlert error={write.error} />}
      {open === 'edit' && backend && (
        <EditDialog title={`Edit ${backend.name}`} fields={BACKEND_FIELDS} resource={backend} edits={writes} onClose={close} />
      )}
      {open === 'drain' && backend && (
        <FormDialog
          title={`Drain ${backend.name}?`}
          confirm="Drain"
          pending={write.isPending}
          onConfirm={() => write.mutate('DRAINING', { onSuccess: close })}
          onClose={close}
        >
          <SpaceBetween size="s">
            <ProblemAlert error={write.error} />
            <div>{effectOf('drain', backend, all)}</div>
            <Why message={message} onChange={setMessage} />
          </SpaceBetween>
        </FormDialog>
      )}
    </SpaceBetween>
  );
}
