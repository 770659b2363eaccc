import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { fieldError } from '../api/problem';
import { type Field, pointerOf, type Values } from './field';

interface Props {
  fields: readonly Field[];
  values: Values;
  error: unknown;
  onChange: (values: Values) => void;
}

/** The fields of a form, each with what the control plane says of it. */
export function FormFields({ fields, values, error, onChange }: Props) {
  return (
    <SpaceBetween size="m">
      {fields.map((field) => (
        <FormField
          key={field.key}
          label={field.kind === 'flag' ? undefined : field.label}
          description={field.description}
          errorText={fieldError(error, pointerOf(field))}
        >
          <Control field={field} value={values[field.key] ?? ''} onChange={(value) => onChange({ ...values, [field.key]: value })} />
        </FormField>
      ))}
    </SpaceBetween>
  );
}

function Control({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  if (field.kind === 'flag') {
    return (
      <Checkbox checked={value === 'true'} onChange={({ detail }) => onChange(String(detail.checked))}>
        {field.label}
      </Checkbox>
    );
  }
  if (field.kind === 'select') {
    const options = [...(field.options ?? [])];
    return (
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        empty="There is none yet"
        placeholder="Choose"
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    );
  }
  return (
    <Input
      value={value}
      inputMode={field.kind === 'number' ? 'numeric' : 'text'}
      onChange={({ detail }) => onChange(detail.value)}
    />
  );
}
