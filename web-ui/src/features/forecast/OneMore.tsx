import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { Pool } from '../../shared/api/client';
import { optionsOf } from '../../shared/ui/options';
import type { More } from './wishes';

interface Props {
  pools: readonly Pool[];
  more: More;
  onChange: (more: More) => void;
}

/** A backend that is not there yet: it counts as up. */
export function OneMore({ pools, more, onChange }: Props) {
  const options = optionsOf(pools);
  return (
    <div className="row">
      <FormField label="Pool">
        <Select
          options={options}
          placeholder="None more"
          empty="The VIP has no pool yet"
          selectedOption={options.find((option) => option.value === more.poolId) ?? null}
          onChange={({ detail }) => onChange({ ...more, poolId: detail.selectedOption.value })}
        />
      </FormField>
      <FormField label="Address">
        <Input value={more.address} onChange={({ detail }) => onChange({ ...more, address: detail.value })} />
      </FormField>
      <FormField label="Weight">
        <Input type="number" value={more.weight} placeholder="1" onChange={({ detail }) => onChange({ ...more, weight: detail.value })} />
      </FormField>
    </div>
  );
}
