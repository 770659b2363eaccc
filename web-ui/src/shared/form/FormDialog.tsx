import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  confirm: string;
  pending: boolean;
  disabled?: boolean;
  size?: 'medium' | 'large';
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that is cancelled or confirmed. Enter in a field confirms. */
export function FormDialog({ title, confirm, pending, disabled, size, onConfirm, onClose, children }: Props) {
  return (
    <Modal
      visible
      size={size ?? 'medium'}
      header={title}
      closeAriaLabel="Cancel"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={pending} disabled={disabled} onClick={onConfirm}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !pending) onConfirm();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}
