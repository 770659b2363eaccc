import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';

/** Why something is changed: it stands beside the revision. */
export function Why({ message, onChange }: { message: string; onChange: (message: string) => void }) {
  return (
    <FormField label="Why" description="Stands beside the revision; may be left empty.">
      <Input value={message} onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}
