import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemAlert } from './ProblemAlert';
import { useWrite } from './useWrite';

interface Props {
  what: string;
  effect: string;
  remove: () => Promise<unknown>;
  onDone?: () => void;
}

/** Says what will happen before it does. */
export function DeleteButton({ what, effect, remove, onDone }: Props) {
  const [asked, setAsked] = useState(false);
  const write = useWrite(remove);
  const close = () => {
    setAsked(false);
    write.reset();
  };
  return (
    <>
      <Button onClick={() => setAsked(true)} ariaLabel={`Delete ${what}`}>
        Delete
      </Button>
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
