import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { Role } from '../session/role';
import { ActionButton } from './ActionButton';
import { ProblemAlert } from './ProblemAlert';
import { useWrite } from './useWrite';

interface Props {
  what: string;
  effect: ReactNode;
  least?: Role;
  remove: () => Promise<unknown>;
  onDone?: () => void;
}

/** Says what will happen before it does. */
export function DeleteButton({ what, effect, least, remove, onDone }: Props) {
  const [asked, setAsked] = useState(false);
  const write = useWrite(remove);
  const close = () => {
    setAsked(false);
    write.reset();
  };
  return (
    <>
      <ActionButton least={least ?? 'EDITOR'} onClick={() => setAsked(true)} ariaLabel={`Delete ${what}`}>
        Delete
      </ActionButton>
      <Modal
        visible={asked}
        header={`Delete ${what}?`}
        closeAriaLabel="Keep it"
        onDismiss={close}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={close}>
                Keep it
              </Button>
              <Button
                variant="primary"
                loading={write.isPending}
                onClick={() =>
                  write.mutate(undefined, {
                    onSuccess: () => {
                      close();
                      onDone?.();
                    },
                  })
                }
              >
                Delete
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <SpaceBetween size="s">
          <ProblemAlert error={write.error} />
          {effect}
        </SpaceBetween>
      </Modal>
    </>
  );
}
