import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWrite } from '../ui/useWrite';
import { bodyOf, type Field, type Values } from './field';
import { FormDialog } from './FormDialog';
import { FormFields } from './FormFields';

interface Props<T> {
  title: string;
  /** What the button says that makes it. */
  confirm?: string;
  fields: readonly Field[];
  initial?: Values;
  create: (body: Record<string, unknown>) => Promise<T>;
  onCreated?: (created: T) => void;
  onClose: () => void;
}

/** Makes a new resource of a form's fields. */
export function CreateDialog<T>({ title, confirm = 'Create', fields, initial, create, onCreated, onClose }: Props<T>) {
  const [values, setValues] = useState<Values>(initial ?? {});
  const write = useWrite(create);
  const make = () =>
    write.mutate(bodyOf(fields, values), {
      onSuccess: (created) => {
        onCreated?.(created);
        onClose();
      },
    });
  return (
    <FormDialog title={title} confirm={confirm} pending={write.isPending} onConfirm={make} onClose={onClose}>
      <SpaceBetween size="m">
        <ProblemAlert error={write.error} />
        <FormFields fields={fields} values={values} error={write.error} onChange={setValues} />
      </SpaceBetween>
    </FormDialog>
  );
}
