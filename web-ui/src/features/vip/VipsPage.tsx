import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { useNavigate } from '@tanstack/react-router';
import type { Vip } from '../../shared/api/client';
import { useListeners, useNodeGroups, useVips } from '../../shared/api/queries';
import { ActionButton } from '../../shared/ui/ActionButton';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ResourceTable } from '../../shared/ui/ResourceTable';

/** The addresses that clients use. */
export function VipsPage() {
  const vips = useVips();
  const listeners = useListeners();
  const groups = useNodeGroups();
  const navigate = useNavigate();
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
    <ResourceTable
      title="VIPs"
      query={vips}
      columns={columns}
      rowName={(vip) => vip.name}
      actions={
        <ActionButton least="EDITOR" variant="primary" onClick={() => void navigate({ to: '/vips/create' })}>
          Create VIP
        </ActionButton>
      }
      empty={<Box textAlign="center">No VIP yet: an address, its listeners and a pool of backends make one.</Box>}
    />
  );
}
