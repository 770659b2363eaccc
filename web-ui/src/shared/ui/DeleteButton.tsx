import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { Why } from '../form/Why';
import type { Role } from '../session/role';
import { ActionButton } from './ActionButton';
import { ProblemAlert } from './ProblemAlert';
import { useWrite } from './useWrite';

interface Props {
  what: string;
  effect: ReactNode;
  least?: Role;
  /** It makes a revision, beside which a reason may stand. */
  revises?: boolean;
  remove: (message: string) => Promise<unknown>;
  onDone?: () => void;
}

/** Says what will happen before it does. */
export function DeleteButton({ what, effect, least, revises, remove, onDone }: Props) {
  const [asked, setAsked] = useState(false);
  const [message, setMessage] = useState('');
  // The page may be gone before the answer is here: its event is faster. What comes after is therefore part of the write.
  const write = useWrite(async (why: string) => {
    await remove(why);
    onDone?.();
  });
  const close = () => {
    setAsked(false);
    setMessage('');
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
                onClick={() => write.mutate(message, { onSuccess: close })}
              >
                Delete
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <SpaceBetween size="s">
          <ProblemAlert error={write.error} />
          <div>{effect}</div>
          {revises && <Why message={message} onChange={setMessage} />}
        </SpaceBetween>
      </Modal>
    </>
  );
}
