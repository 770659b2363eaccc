import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Backend } from '../../shared/api/client';
import { useBackends, usePools } from '../../shared/api/queries';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { clock } from '../../shared/ui/time';
import { BackendActions } from './BackendActions';
import { share } from './share';

/** Backends of one pool, or of all. */
export function BackendTable({ poolId }: { poolId?: string }) {
  const all = useBackends();
  const pools = usePools();
  const [selected, setSelected] = useState<Backend[]>([]);
  const shown = poolId ? all.data?.filter((backend) => backend.poolId === poolId) : all.data;
  const query = { ...all, data: shown } as typeof all;
  const chosen = all.data?.find((backend) => backend.id === selected[0]?.id);
  const columns: TableProps.ColumnDefinition<Backend>[] = [
    { id: 'name', header: 'Backend', cell: (backend) => backend.name, sortingField: 'name', isRowHeader: true },
    {
      id: 'pool',
      header: 'Pool',
      cell: (backend) => (
        <PlaceLink to={`/pools/${backend.poolId}`}>
          {pools.data?.find((pool) => pool.id === backend.poolId)?.name ?? backend.poolId}
        </PlaceLink>
      ),
    },
    { id: 'address', header: 'Address', cell: (backend) => <Mono>{backend.address}</Mono>, sortingField: 'address' },
    { id: 'mac', header: 'MAC', cell: (backend) => (backend.mac ? <Mono>{backend.mac} pinned</Mono> : 'resolved by the nodes') },
    { id: 'weight', header: 'Weight', cell: (backend) => backend.weight, sortingField: 'weight' },
    { id: 'share', header: 'Share asked for', cell: (backend) => share(backend, all.data ?? []) },
    {
      id: 'state',
      header: 'Wanted',
      cell: (backend) => (
        <SpaceBetween size="xxs">
          <AdminStatus state={backend.adminState} />
          {backend.drainDeadline && <Box variant="small">until {clock(backend.drainDeadline)}</Box>}
        </SpaceBetween>
      ),
    },
  ];
  return (
    <ResourceTable
      title="Backends"
      query={query}
      columns={columns}
      rowName={(backend) => backend.name}
      selected={chosen ? [chosen] : []}
      onSelect={setSelected}
      actions={<BackendActions backend={chosen} />}
      empty={<Box textAlign="center">No backend yet. Add one with POST /api/v1/pools/{'{id}'}/backends.</Box>}
    />
  );
}
