import { useState } from 'react';
import { api, type Node, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { FormDialog } from '../../shared/form/FormDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';

/** A new token for a node whose own is lost or known to somebody else. */
export function RenewToken({ node, onMade }: { node: Node; onMade: (token: string) => void }) {
  const [open, setOpen] = useState(false);
  const write = useWrite((id: string) => dataOf<Schemas['NodeToken']>(api.POST('/api/v1/nodes/{id}/token', { params: { path: { id } } })));
  const close = () => {
    setOpen(false);
    write.reset();
  };
  const renew = () =>
    write.mutate(node.id, {
      onSuccess: ({ token }) => {
        onMade(token);
        close();
      },
    });
  return (
    <>
      <ActionButton least="ADMIN" ariaLabel={`Make a new token for ${node.name}`} onClick={() => setOpen(true)}>
        New token
      </ActionButton>
      {open && (
        <FormDialog title={`Make a new token for ${node.name}?`} confirm="Make it" pending={write.isPending} onConfirm={renew} onClose={close}>
          <ProblemAlert error={write.error} />
          The present one is worthless at once: until its agent is started with the new one, the node forwards as it was last told.
        </FormDialog>
      )}
    </>
  );
}
