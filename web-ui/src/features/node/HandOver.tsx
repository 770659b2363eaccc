import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type Node, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useNodes } from '../../shared/api/queries';
import { FormDialog } from '../../shared/form/FormDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { movedTo } from './moved';

/** Moves a node's VIPs to its peers, before it is worked on. */
export function HandOver({ node }: { node: Node }) {
  const nodes = useNodes().data ?? [];
  const [open, setOpen] = useState(false);
  const write = useWrite((id: string) => dataOf<Schemas['HandOver']>(api.POST('/api/v1/nodes/{id}/hand-over', { params: { path: { id } } })));
  const close = () => {
    setOpen(false);
    write.reset();
  };
  return (
    <>
      <ActionButton least="OPERATOR" ariaLabel={`Hand the VIPs of ${node.name} over`} onClick={() => setOpen(true)}>
        Hand over
      </ActionButton>
      {open && (
        <FormDialog
          title={`Hand the VIPs of ${node.name} over?`}
          confirm={write.isSuccess ? 'Close' : 'Hand over'}
          pending={write.isPending}
          onConfirm={() => (write.isSuccess ? close() : write.mutate(node.id))}
          onClose={close}
        >
          <SpaceBetween size="s">
            <ProblemAlert error={write.error} />
            <output>
              {write.data
                ? movedTo(write.data, nodes)
                : 'For each virtual router that it owns, the connected peer with the highest priority changes places with it. Flows go on: every node of a group chooses alike.'}
            </output>
          </SpaceBetween>
        </FormDialog>
      )}
    </>
  );
}
