import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { isConflict } from '../api/problem';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWrite } from '../ui/useWrite';
import { Conflict } from './Conflict';
import { type Field, patchOf, type Values, valuesOf } from './field';
import { FormDialog } from './FormDialog';
import { FormFields } from './FormFields';
import { Why } from './Why';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface Edits<T extends Versioned> {
  read: (id: string) => Promise<T>;
  patch: (id: string, version: number, patch: Record<string, unknown>, message: string) => Promise<T>;
}

interface Props<T extends Versioned> {
  title: string;
  fields: readonly Field[];
  resource: T;
  edits: Edits<T>;
  onClose: () => void;
}

/**
 * Changes a resource as it was when the dialog opened. When somebody else was first, both versions stand side by side
 * and nothing is written until one is chosen.
 */
export function EditDialog<T extends Versioned>({ title, fields, resource, edits, onClose }: Props<T>) {
  const [base, setBase] = useState(resource);
  const [theirs, setTheirs] = useState<T>();
  const [values, setValues] = useState<Values>(() => valuesOf(fields, resource));
  const [message, setMessage] = useState('');
  const write = useWrite((onto: T) => edits.patch(onto.id, onto.version, patchOf(fields, valuesOf(fields, onto), values), message));
  const save = (onto: T) =>
    write.mutate(onto, {
      onSuccess: onClose,
      onError: async (error) => setTheirs(isConflict(error) ? await edits.read(onto.id) : undefined),
    });
  const takeTheirs = (current: T) => {
    setBase(current);
    setValues(valuesOf(fields, current));
    setTheirs(undefined);
    write.reset();
  };
  const untouched = Object.keys(patchOf(fields, valuesOf(fields, base), values)).length === 0;
  return (
    <FormDialog
      title={title}
      confirm="Save"
      size={theirs ? 'large' : 'medium'}
      pending={write.isPending}
      disabled={untouched || theirs !== undefined}
      onConfirm={() => save(base)}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        {theirs ? (
          <Conflict
            fields={fields}
            base={valuesOf(fields, base)}
            theirs={valuesOf(fields, theirs)}
            mine={values}
            onTakeTheirs={() => takeTheirs(theirs)}
            onKeepMine={() => {
              setBase(theirs);
              setTheirs(undefined);
              save(theirs);
            }}
          />
        ) : (
          <ProblemAlert error={write.error} />
        )}
        <FormFields fields={fields} values={values} error={write.error} onChange={setValues} />
        <Why message={message} onChange={setMessage} />
      </SpaceBetween>
    </FormDialog>
  );
}
