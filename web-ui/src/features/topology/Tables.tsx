import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useStale } from '../../shared/live/live';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import type { Group } from './layout';

const PAGE_SIZE = 50;

/** VIPs and who owns each. */
export function VipsOf({ group }: { group: Group }) {
  const stale = useStale();
  const owner = (id: string | undefined) => group.nodes.find((node) => node.id === id)?.name;
  return (
    <Listed
      title={`VIPs of ${group.name}`}
      items={group.vips}
      empty="No VIP yet."
      columns={[
        { id: 'name', header: 'VIP', cell: (vip) => <PlaceLink to={`/vips/${vip.id}`}>{vip.name}</PlaceLink>, isRowHeader: true },
        { id: 'address', header: 'Address', cell: (vip) => <Mono>{vip.address}</Mono> },
        { id: 'vrid', header: 'VRID', cell: (vip) => vip.vrid },
        { id: 'owner', header: 'Owner', cell: (vip) => (stale ? 'unknown' : (owner(vip.ownerNodeId) ?? 'unknown')) },
      ]}
    />
  );
}

/** Nodes and their own addresses. */
export function NodesOf({ group }: { group: Group }) {
  const stale = useStale();
  return (
    <Listed
      title={`Nodes of ${group.name}`}
      items={group.nodes}
      empty="No node yet."
      columns={[
        { id: 'name', header: 'Node', cell: (node) => node.name, isRowHeader: true },
        { id: 'addresses', header: 'Addresses', cell: (node) => <Mono>{node.addresses.join(' ')}</Mono> },
        { id: 'macs', header: 'MAC', cell: (node) => <Mono>{node.macs.join(' ') || 'not told yet'}</Mono> },
        { id: 'fresh', header: 'Report', cell: (node) => (stale ? 'unknown' : node.fresh ? 'fresh' : 'not heard of') },
      ]}
    />
  );
}

/** Backends, where they are, and which VIPs lead to them. */
export function BackendsOf({ group }: { group: Group }) {
  const vips = new Map(group.vips.map((vip) => [vip.id, vip.name]));
  const networks = new Map(group.networks.map((network) => [network.id, network.name]));
  return (
    <Listed
      title={`Backends of ${group.name}`}
      items={group.backends}
      empty="No backend yet."
      columns={[
        { id: 'name', header: 'Backend', cell: (backend) => <PlaceLink to={`/backends/${backend.id}`}>{backend.name}</PlaceLink>, isRowHeader: true },
        { id: 'address', header: 'Address', cell: (backend) => <Mono>{backend.address}</Mono> },
        { id: 'mac', header: 'MAC', cell: (backend) => <Mono>{backend.mac ?? 'not seen yet'}</Mono> },
        { id: 'network', header: 'Network', cell: (backend) => networks.get(backend.networkId ?? '') ?? 'none of the group’s' },
        { id: 'vips', header: 'VIPs', cell: (backend) => backend.vipIds.map((id) => vips.get(id) ?? id).join(', ') || 'none' },
      ]}
    />
  );
}

interface Props<T> {
  title: string;
  items: readonly T[];
  empty: string;
  columns: TableProps.ColumnDefinition<T>[];
}

function Listed<T extends { id: string }>({ title, items, empty, columns }: Props<T>) {
  const shown = useCollection(items, { pagination: { pageSize: PAGE_SIZE } });
  return (
    <Table
      header={<Header variant="h2" counter={`(${items.length})`}>{title}</Header>}
      items={shown.items}
      trackBy="id"
      ariaLabels={{ tableLabel: title }}
      empty={empty}
      columnDefinitions={columns}
      pagination={
        items.length > PAGE_SIZE && (
          <Pagination {...shown.paginationProps} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (n) => `Page ${n}` }} />
        )
      }
    />
  );
}
