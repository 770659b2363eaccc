import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWrite } from '../ui/useWrite';
import { bodyOf, type Field, type Values } from './field';
import { FormDialog } from './FormDialog';
import { FormFields } from './FormFields';

interface Props<T> {
  title: string;
  fields: readonly Field[];
  initial?: Values;
  create: (body: Record<string, unknown>) => Promise<T>;
  onCreated?: (created: T) => void;
  onClose: () => void;
}

/** Makes a new resource of a form's fields. */
export function CreateDialog<T>({ title, fields, initial, create, onCreated, onClose }: Props<T>) {
  const [values, setValues] = useState<Values>(initial ?? {});
  const write = useWrite(create);
  const confirm = () =>
    write.mutate(bodyOf(fields, values), {
      onSuccess: (created) => {
        onCreated?.(created);
        onClose();
      },
    });
  return (
    <FormDialog title={title} confirm="Create" pending={write.isPending} onConfirm={confirm} onClose={onClose}>
      <SpaceBetween size="m">
        <ProblemAlert error={write.error} />
        <FormFields fields={fields} values={values} error={write.error} onChange={setValues} />
      </SpaceBetween>
    </FormDialog>
  );
}
