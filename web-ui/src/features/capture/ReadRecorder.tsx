import { useState } from 'react';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useNodes } from '../../shared/api/queries';
import { FormDialog } from '../../shared/form/FormDialog';
import { FormFields } from '../../shared/form/FormFields';
import { ActionButton } from '../../shared/ui/ActionButton';
import { optionsOf } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';

/** Fetches what a node recorded of ARP, neighbour discovery, ICMP and VRRP around its last state changes. */
export function ReadRecorder() {
  const nodes = optionsOf(useNodes().data);
  const [open, setOpen] = useState(false);
  const [node, setNode] = useState('');
  const read = useWrite((id: string) => dataOf<Schemas['Capture']>(api.POST('/api/v1/nodes/{id}/flight-recording', { params: { path: { id } } })));
  const close = () => {
    setOpen(false);
    read.reset();
  };
  return (
    <>
      <ActionButton least="OPERATOR" onClick={() => setOpen(true)}>
        Read a recorder
      </ActionButton>
      {open && (
        <FormDialog
          title="Read a flight recorder"
          confirm="Read"
          pending={read.isPending}
          disabled={node === ''}
          onConfirm={() => read.mutate(node, { onSuccess: close })}
          onClose={close}
        >
          <ProblemAlert error={read.error} title="Nothing was read" />
          <FormFields
            fields={[{ key: 'node', label: 'Node', kind: 'select', options: nodes }]}
            values={{ node }}
            error={read.error}
            onChange={(values) => setNode(values['node'] ?? '')}
          />
        </FormDialog>
      )}
    </>
  );
}
