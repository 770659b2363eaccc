import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import type { Backend } from '../../shared/api/client';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { AS_IT_IS, STATES, type Wish } from './wishes';

interface Props {
  backends: readonly Backend[];
  wishes: Readonly<Record<string, Wish>>;
  onChange: (wishes: Readonly<Record<string, Wish>>) => void;
}

/** Each backend as it is, and as it might be. */
export function WishTable({ backends, wishes, onChange }: Props) {
  const wishOf = (backend: Backend) => wishes[backend.id] ?? AS_IT_IS;
  const wish = (backend: Backend, part: Partial<Wish>) => onChange({ ...wishes, [backend.id]: { ...wishOf(backend), ...part } });
  return (
    <Table
      header={<Header variant="h2">If these backends were</Header>}
      items={backends}
      trackBy="id"
      ariaLabels={{ tableLabel: 'What backends might be' }}
      empty="No backend is behind this VIP yet."
      columnDefinitions={[
        { id: 'name', header: 'Backend', isRowHeader: true, cell: (backend) => <PlaceLink to={`/backends/${backend.id}`}>{backend.name}</PlaceLink> },
        { id: 'now', header: 'Now', cell: (backend) => `${backend.adminState.toLowerCase()}, weight ${backend.weight}` },
        {
          id: 'state',
          header: 'State then',
          cell: (backend) => (
            <Select
              ariaLabel={`State of ${backend.name} then`}
              expandToViewport
              options={STATES}
              selectedOption={STATES.find((each) => each.value === wishOf(backend).state) ?? null}
              onChange={({ detail }) => wish(backend, { state: STATES.find((each) => each.value === detail.selectedOption.value)?.value ?? 'AS_IT_IS' })}
            />
          ),
        },
        {
          id: 'weight',
          header: 'Weight then',
          cell: (backend) => (
            <Input
              ariaLabel={`Weight of ${backend.name} then`}
              type="number"
              placeholder={String(backend.weight)}
              disabled={wishOf(backend).state === 'REMOVED'}
              value={wishOf(backend).weight}
              onChange={({ detail }) => wish(backend, { weight: detail.value })}
            />
          ),
        },
      ]}
    />
  );
}
