import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Backend } from '../../shared/api/client';
import { fieldError } from '../../shared/api/problem';

interface Props {
  backend: Backend;
  error: unknown;
  onSave: (weight: number) => void;
  onCancel: () => void;
}

export function WeightEditor({ backend, error, onSave, onCancel }: Props) {
  const [weight, setWeight] = useState(String(backend.weight));
  const message = fieldError(error, '/weight') ?? (error instanceof Error ? error.message : undefined);
  return (
    <Modal
      visible
      header={`Weight of ${backend.name}`}
      closeAriaLabel="Cancel"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" onClick={() => onSave(Number(weight))}>
              Save
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormField label="Weight" description="0-256; 0 takes no new flows. Remembered flows stay." errorText={message}>
        <Input type="number" value={weight} onChange={({ detail }) => setWeight(detail.value)} />
      </FormField>
    </Modal>
  );
}
