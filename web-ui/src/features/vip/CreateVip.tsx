import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { fieldError } from '../../shared/api/problem';
import { useNodeGroups, usePools } from '../../shared/api/queries';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { createVip, type NewVip } from './createVip';

const EMPTY: NewVip = { name: '', address: '', nodeGroupId: '', protocol: 'TCP', ports: '', poolId: '' };

/** A VIP with its first listener. */
export function CreateVip({ onClose }: { onClose: () => void }) {
  const [vip, setVip] = useState(EMPTY);
  const groups = useNodeGroups();
  const pools = usePools();
  const write = useWrite(createVip);
  const set = (part: Partial<NewVip>) => setVip({ ...vip, ...part });
  const options = (items: { id: string; name: string }[] | undefined) =>
    (items ?? []).map((item) => ({ value: item.id, label: item.name }));
  const chosen = (items: { value: string; label: string }[], id: string) => items.find((item) => item.value === id) ?? null;
  const groupOptions = options(groups.data);
  const poolOptions = options(pools.data);
  return (
    <Modal
      visible
      header="Create VIP"
      closeAriaLabel="Cancel"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={write.isPending} onClick={() => write.mutate(vip, { onSuccess: onClose })}>
              Create
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemAlert error={write.error} />
        <FormField label="Name" errorText={fieldError(write.error, '/name')}>
          <Input value={vip.name} onChange={({ detail }) => set({ name: detail.value })} />
        </FormField>
        <FormField
          label="Address"
          description="IPv4 or IPv6; each backend holds it on its loopback."
          errorText={fieldError(write.error, '/address')}
        >
          <Input value={vip.address} onChange={({ detail }) => set({ address: detail.value })} />
        </FormField>
        <FormField label="Node group" errorText={fieldError(write.error, '/nodeGroupId')}>
          <Select
            options={groupOptions}
            selectedOption={chosen(groupOptions, vip.nodeGroupId)}
            empty="No node group yet"
            onChange={({ detail }) => set({ nodeGroupId: detail.selectedOption.value ?? '' })}
          />
        </FormField>
        <FormField
          label="Ports"
          description="As 80, 8000-8010; the backends serve the same ports: only MAC addresses change."
          errorText={fieldError(write.error, '/ports')}
        >
          <Input value={vip.ports} onChange={({ detail }) => set({ ports: detail.value })} />
        </FormField>
        <FormField label="Pool" errorText={fieldError(write.error, '/poolId')}>
          <Select
            options={poolOptions}
            selectedOption={chosen(poolOptions, vip.poolId)}
            empty="No pool yet"
            onChange={({ detail }) => set({ poolId: detail.selectedOption.value ?? '' })}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
