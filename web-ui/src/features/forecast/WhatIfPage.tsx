import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVips } from '../../shared/api/queries';
import { optionsOf } from '../../shared/ui/options';
import { Proposal } from './Proposal';

/** What a change of backends would do, before it is made. */
export function WhatIfPage() {
  const { vip } = useSearch({ from: '/what-if' });
  const navigate = useNavigate();
  const vips = useVips().data;
  const options = optionsOf(vips);
  const chosen = vips?.find((each) => each.id === vip);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="The owner of the VIP makes the table that a change would lead to, and looks where it sends the flows it remembers. Nothing is changed."
      >
        What if
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
            onChange={({ detail }) => void navigate({ to: '/what-if', search: { vip: detail.selectedOption.value } })}
          />
        </FormField>
      </Container>
      {chosen && <Proposal key={chosen.id} vip={chosen} />}
    </SpaceBetween>
  );
}
