import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVips } from '../../shared/api/queries';
import { optionsOf } from '../../shared/ui/options';
import { PacketPath } from './PacketPath';

/** Where a packet goes, and who rewrites what. */
export function PacketPathPage() {
  const { vip } = useSearch({ from: '/packet-path' });
  const navigate = useNavigate();
  const options = optionsOf(useVips().data);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="Choose a VIP: its owner shows the next client’s packet, and the three steps of its way.">
        Packet path
      </Header>
      <Container>
        <FormField label="VIP">
          <Select
            options={options}
            filteringType="auto"
            filteringAriaLabel="Filter VIPs"
            placeholder="Choose a VIP"
            empty="There is no VIP yet"
            selectedOption={options.find((option) => option.value === vip) ?? null}
            onChange={({ detail }) => void navigate({ to: '/packet-path', search: { vip: detail.selectedOption.value } })}
          />
        </FormField>
      </Container>
      {vip && <PacketPath key={vip} vipId={vip} />}
    </SpaceBetween>
  );
}
