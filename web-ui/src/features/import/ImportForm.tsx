import Container from '@cloudscape-design/components/container';
import FileInput from '@cloudscape-design/components/file-input';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNodeGroups, useNodes } from '../../shared/api/queries';
import type { Field } from '../../shared/form/field';
import { FormFields } from '../../shared/form/FormFields';
import { ActionButton } from '../../shared/ui/ActionButton';
import type { Source } from './imports';

interface Props {
  pending: boolean;
  onRead: (source: Source) => void;
  /** What was read is no longer what stands in the form. */
  onChanged: () => void;
}

const ROWS = 14;
const NOTHING: Source = { format: 'keepalived', nodeGroup: '', node: '', text: '' };

/** Paste a configuration, or load its file. */
export function ImportForm({ pending, onRead, onChanged }: Props) {
  const [source, setSource] = useState(NOTHING);
  const groups = useNodeGroups().data ?? [];
  const nodes = useNodes().data?.filter((node) => groups.some((group) => group.id === node.nodeGroupId && group.name === source.nodeGroup));
  const set = (part: Partial<Source>) => {
    setSource((before) => ({ ...before, ...part }));
    onChanged();
  };
  const fields: Field[] = [
    { key: 'nodeGroup', label: 'Node group', kind: 'select', options: named(groups), description: 'The VIPs are to stand in it.' },
    {
      key: 'node',
      label: 'Node',
      kind: 'select',
      options: [{ value: '', label: 'none' }, ...named(nodes)],
      description: 'The file is this node’s: it gets the priorities of vrrp_instance.',
    },
  ];
  return (
    <Container>
      <SpaceBetween size="m">
        <SegmentedControl
          label="Format"
          selectedId={source.format}
          options={[{ id: 'keepalived', text: 'keepalived.conf' }, { id: 'ipvsadm', text: 'ipvsadm-save -n' }]}
          onChange={({ detail }) => set({ format: detail.selectedId === 'ipvsadm' ? 'ipvsadm' : 'keepalived' })}
        />
        <FormFields
          fields={source.format === 'keepalived' ? fields : fields.slice(0, 1)}
          values={{ nodeGroup: source.nodeGroup, node: source.node }}
          error={undefined}
          onChange={({ nodeGroup = '', node = '' }) => set({ nodeGroup, node: nodeGroup === source.nodeGroup ? node : '' })}
        />
        <FormField label="Configuration" description="Paste it, or load the file." stretch>
          <Textarea value={source.text} rows={ROWS} spellcheck={false} onChange={({ detail }) => set({ text: detail.value })} />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <FileInput value={[]} onChange={({ detail }) => void detail.value[0]?.text().then((text) => set({ text }))}>
            Load a file
          </FileInput>
          <ActionButton
            least="EDITOR"
            variant="primary"
            disabled={source.nodeGroup === '' || source.text.trim() === ''}
            disabledReason="Choose a node group, and paste or load a configuration"
            loading={pending}
            onClick={() => onRead(source.format === 'keepalived' ? source : { ...source, node: '' })}
          >
            Read it
          </ActionButton>
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}

function named(items: readonly { name: string }[] | undefined) {
  return (items ?? []).map(({ name }) => ({ value: name, label: name }));
}
