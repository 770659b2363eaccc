import { useState } from 'react';
import { api, type Node, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { FormDialog } from '../../shared/form/FormDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';

/** Has a node fetch its state anew and report everything. */
export function Resync({ node }: { node: Node }) {
  const [open, setOpen] = useState(false);
  const write = useWrite((id: string) => dataOf<Schemas['Resynchronized']>(api.POST('/api/v1/nodes/{id}/resync', { params: { path: { id } } })));
  const close = () => {
    setOpen(false);
    write.reset();
  };
  return (
    <>
      <ActionButton least="OPERATOR" ariaLabel={`Resync ${node.name}`} onClick={() => setOpen(true)}>
        Resync
      </ActionButton>
      {open && (
        <FormDialog
          title={`Resync ${node.name}?`}
          confirm={write.isSuccess ? 'Close' : 'Resync'}
          pending={write.isPending}
          onConfirm={() => (write.isSuccess ? close() : write.mutate(node.id))}
          onClose={close}
        >
          <ProblemAlert error={write.error} />
          <output>{write.data ? `The node says: ${write.data.message}.` : 'It fetches its state anew and reports everything at once. Forwarding goes on meanwhile.'}</output>
        </FormDialog>
      )}
    </>
  );
}
