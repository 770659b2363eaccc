import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { FlowForm } from './flowForm';

/** The five parts of a flow, in three fields. */
export function FlowFields({ form }: { form: FlowForm }) {
  return (
    <>
      <FormField label="Client" description="As 198.51.100.7:51234 or [2001:db8::7]:51234">
        <Input value={form.client} onChange={({ detail }) => form.setClient(detail.value)} />
      </FormField>
      <FormField label="Service" description="The VIP and a port">
        <Input value={form.service} onChange={({ detail }) => form.setService(detail.value)} />
      </FormField>
      <SegmentedControl
        label="Protocol"
        selectedId={form.protocol}
        options={[{ id: 'TCP', text: 'TCP' }, { id: 'UDP', text: 'UDP' }]}
        onChange={({ detail }) => form.setProtocol(detail.selectedId === 'UDP' ? 'UDP' : 'TCP')}
      />
    </>
  );
}
