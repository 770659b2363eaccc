import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Backend } from '../../shared/api/client';
import { useBackends, usePools } from '../../shared/api/queries';
import { useSeriesWanted } from '../../shared/live/live';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { clock } from '../../shared/ui/time';
import { BackendActions } from './BackendActions';
import { HealthCell } from './HealthCell';
import { ShareBar } from './ShareBar';

/** The first page's: the control plane tells no more at once. */
const MOST_SERIES = 50;

/** Backends of some pools, or of all. */
export function BackendTable({ poolIds }: { poolIds?: ReadonlySet<string> }) {
  const all = useBackends();
  const pools = usePools();
  const [selected, setSelected] = useState<Backend[]>([]);
  const shown = poolIds ? all.data?.filter((backend) => poolIds.has(backend.poolId)) : all.data;
  const query = { ...all, data: shown } as typeof all;
  useSeriesWanted((shown ?? []).slice(0, MOST_SERIES).map((backend) => `backends/${backend.id}`));
  const chosen = all.data?.find((backend) => backend.id === selected[0]?.id);
  const columns: TableProps.ColumnDefinition<Backend>[] = [
    {
      id: 'name',
      header: 'Backend',
      cell: (backend) => <PlaceLink to={`/backends/${backend.id}`}>{backend.name}</PlaceLink>,
      sortingField: 'name',
      isRowHeader: true,
    },
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
    { id: 'mac', header: 'MAC', cell: (backend) => <MacCell backend={backend} /> },
    {
      id: 'serves',
      header: 'State',
      cell: (backend) => <OperatingStatus status={backend.operatingStatus} reason={backend.operatingReason} />,
      sortingField: 'operatingStatus',
    },
    { id: 'dsr', header: 'Probe by DSR', cell: (backend) => <HealthCell health={backend.health} path="DSR" /> },
    { id: 'direct', header: 'Probe direct', cell: (backend) => <HealthCell health={backend.health} path="DIRECT" /> },
    { id: 'weight', header: 'Weight', cell: (backend) => backend.weight, sortingField: 'weight' },
    { id: 'share', header: 'Share now, and asked for', cell: (backend) => <ShareBar backend={backend} all={all.data ?? []} /> },
    { id: 'flows', header: 'Flows', cell: (backend) => backend.flows ?? '-', sortingField: 'flows' },
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
      headingTag={poolIds ? 'h2' : 'h1'}
      query={query}
      columns={columns}
      rowName={(backend) => backend.name}
      selected={chosen ? [chosen] : []}
      onSelect={setSelected}
      actions={<BackendActions backend={chosen} />}
      empty={<Box textAlign="center">No backend yet. Add one to a pool.</Box>}
    />
  );
}

function MacCell({ backend }: { backend: Backend }) {
  if (backend.mac) return <Mono>{backend.mac} pinned</Mono>;
  if (!backend.observedMac) return <span className="quiet">not seen yet</span>;
  const seconds = Math.round((backend.observedMacAgeMs ?? 0) / 1000);
  return (
    <>
      <Mono>{backend.observedMac}</Mono>
      <div className="why">seen {seconds} s ago</div>
    </>
  );
}
