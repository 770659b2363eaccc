import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Vip } from '../../shared/api/client';
import { useListeners, useNodeGroups, useVips } from '../../shared/api/queries';
import { ActionButton } from '../../shared/ui/ActionButton';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { queryOf } from '../../shared/ui/filterQuery';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { SidePanel } from '../../shared/ui/SidePanel';
import { VipSummary } from './VipSummary';

const PROPERTIES = [
  ['name', 'VIP', 'VIPs'],
  ['address', 'Address', 'Addresses'],
  ['operatingStatus', 'State', 'States'],
  ['adminState', 'Wanted', 'Wanted states'],
].map(([key = '', propertyLabel = '', groupValuesLabel = '']) => ({ key, propertyLabel, groupValuesLabel, operators: [':', '!:', '=', '!='] }));

/** The addresses that clients use. */
export function VipsPage() {
  const vips = useVips();
  const listeners = useListeners();
  const groups = useNodeGroups();
  const navigate = useNavigate();
  const { filter } = useSearch({ from: '/vips' });
  const [selected, setSelected] = useState<Vip[]>([]);
  const chosen = vips.data?.find((vip) => vip.id === selected[0]?.id);
  const columns: TableProps.ColumnDefinition<Vip>[] = [
    {
      id: 'name',
      header: 'VIP',
      cell: (vip) => <PlaceLink to={`/vips/${vip.id}`}>{vip.name}</PlaceLink>,
      sortingField: 'name',
      isRowHeader: true,
    },
    { id: 'address', header: 'Address', cell: (vip) => <Mono>{vip.address}</Mono>, sortingField: 'address' },
    {
      id: 'listeners',
      header: 'Listeners',
      cell: (vip) => (
        <Mono>
          {listeners.data
            ?.filter((listener) => listener.vipId === vip.id)
            .map((listener) => `${listener.protocol} ${listener.ports.join(' ')}`)
            .join(', ') || 'none'}
        </Mono>
      ),
    },
    {
      id: 'group',
      header: 'Node group',
      cell: (vip) => groups.data?.find((group) => group.id === vip.nodeGroupId)?.name ?? vip.nodeGroupId,
    },
    {
      id: 'serves',
      header: 'State',
      cell: (vip) => <OperatingStatus status={vip.operatingStatus} reason={vip.operatingReason} />,
      sortingField: 'operatingStatus',
    },
    { id: 'vrid', header: 'VRID', cell: (vip) => vip.vrid },
    { id: 'state', header: 'Wanted', cell: (vip) => <AdminStatus state={vip.adminState} /> },
  ];
  return (
    <>
      <ResourceTable
        title="VIPs"
        query={vips}
        columns={columns}
        rowName={(vip) => vip.name}
        tokens={{ properties: PROPERTIES, query: filter, onQuery: (query) => void navigate({ to: '/vips', search: { filter: queryOf(query) }, replace: true }) }}
        selected={chosen ? [chosen] : []}
        onSelect={setSelected}
        actions={
          <ActionButton least="EDITOR" variant="primary" onClick={() => void navigate({ to: '/vips/create' })}>
            Create VIP
          </ActionButton>
        }
        empty={<Box textAlign="center">No VIP yet: an address, its listeners and a pool of backends make one.</Box>}
      />
      {chosen && (
        <SidePanel header={chosen.name} onClose={() => setSelected([])}>
          <VipSummary vip={chosen} />
        </SidePanel>
      )}
    </>
  );
}
