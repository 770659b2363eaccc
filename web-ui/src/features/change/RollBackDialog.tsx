import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Revision } from '../../shared/api/client';
import { useNodes } from '../../shared/api/queries';
import { FormDialog } from '../../shared/form/FormDialog';
import { Why } from '../../shared/form/Why';
import { optionsOf } from '../../shared/ui/options';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { ChangeTables } from './ChangeTables';
import { rollBack, useDifference } from './revisions';

interface Props {
  to: number;
  newest: number;
  onDone: (made: Revision) => void;
  onClose: () => void;
}

/** Shows what going back changes on what holds now, before it does. */
export function RollBackDialog({ to, newest, onDone, onClose }: Props) {
  const difference = useDifference(newest, to);
  const [message, setMessage] = useState('');
  const [triedBy, setTriedBy] = useState('');
  const options = [{ value: '', label: 'nobody: every node gets it at once' }, ...optionsOf(useNodes().data)];
  const write = useWrite(rollBack);
  const confirm = () =>
    write.mutate(
      { to, message, triedBy },
      {
        onSuccess: (made) => {
          onClose();
          onDone(made);
        },
      },
    );
  return (
    <FormDialog
      title={`Roll back to r ${to}?`}
      confirm="Roll back"
      size="large"
      pending={write.isPending}
      disabled={difference.data?.changes.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <ProblemAlert error={write.error ?? difference.error} />
        <div>A new revision with the content of r {to} is made; every node has it within seconds. The ones between stay in the record.</div>
        {difference.data && <ChangeTables changes={difference.data.changes} empty="The content is the same: there is nothing to go back to." />}
        <FormField label="Who tries it first" description="The others get it when it has proved itself there; else it goes back.">
          <Select
            options={options}
            selectedOption={options.find((option) => option.value === triedBy) ?? null}
            onChange={({ detail }) => setTriedBy(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <Why message={message} onChange={setMessage} />
      </SpaceBetween>
    </FormDialog>
  );
}
