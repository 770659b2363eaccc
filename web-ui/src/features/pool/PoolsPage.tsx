import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Pool } from '../../shared/api/client';
import { useBackends, usePools } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { CreatePool } from './CreatePool';

/** Sets of backends, and how each shares flows. */
export function PoolsPage() {
  const pools = usePools();
  const backends = useBackends();
  const columns: TableProps.ColumnDefinition<Pool>[] = [
    {
      id: 'name',
      header: 'Pool',
      cell: (pool) => <PlaceLink to={`/pools/${pool.id}`}>{pool.name}</PlaceLink>,
      sortingField: 'name',
      isRowHeader: true,
    },
    { id: 'algorithm', header: 'Algorithm', cell: (pool) => pool.algorithm, sortingField: 'algorithm' },
    {
      id: 'backends',
      header: 'Backends',
      cell: (pool) => backends.data?.filter((backend) => backend.poolId === pool.id).length ?? '',
    },
    { id: 'down', header: 'When a backend is down', cell: (pool) => pool.onBackendDown.toLowerCase() },
    { id: 'allDown', header: 'When all are down', cell: (pool) => pool.allDownPolicy.toLowerCase().replace('_', ' ') },
  ];
  return (
    <ResourceTable
      title="Pools"
      actions={<CreatePool />}
      query={pools}
      columns={columns}
      rowName={(pool) => pool.name}
      empty={<Box textAlign="center">No pool yet. Create one, then add its backends.</Box>}
    />
  );
}
