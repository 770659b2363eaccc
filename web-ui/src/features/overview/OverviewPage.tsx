import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useBackends, useListeners, useNodes, usePools, useRevisions, useVips } from '../../shared/api/queries';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { Rack } from '../../shared/ui/Rack';
import { Attention } from './Attention';
import { cellsOf } from './cells';
import { verdict } from './verdict';

/** How things stand, in one sentence, five numbers, and a cell for each backend. */
export function OverviewPage() {
  const vips = useVips();
  const listeners = useListeners();
  const pools = usePools();
  const backends = useBackends();
  const nodes = useNodes();
  const revisions = useRevisions();
  const connected = nodes.data?.filter((node) => node.connected).length;
  const latest = revisions.data?.items[0]?.number;
  const behind = nodes.data?.filter((node) => node.verifiedRevision == null || node.receivedRevision !== node.verifiedRevision);
  const numbers = [
    { label: 'VIPs', value: vips.data?.length, note: `${listeners.data?.length ?? '-'} listeners` },
    { label: 'Pools', value: pools.data?.length, note: 'sets of backends' },
    { label: 'Backends', value: backends.data?.length, note: `${backends.data?.filter((each) => each.adminState === 'ENABLED').length ?? '-'} enabled` },
    { label: 'Nodes', value: nodes.data?.length, note: `${connected ?? '-'} connected` },
    { label: 'Configuration', value: latest === undefined ? undefined : `r ${latest}`, note: `${behind?.length ?? '-'} nodes not verified` },
  ];
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{verdict(nodes.data, vips.data)}</Header>
      <Container>
        <dl className="numbers">
          {numbers.map((number) => (
            <div key={number.label}>
              <dt>{number.label}</dt>
              <dd>
                {number.value ?? '-'}
                <small>{number.note}</small>
              </dd>
            </div>
          ))}
        </dl>
      </Container>
      <Attention />
      <Table
        header={
          <Header variant="h2" description="Each cell is a backend.">
            VIPs and their backends
          </Header>
        }
        items={vips.data ?? []}
        trackBy="id"
        loading={vips.isPending}
        loadingText="Reading VIPs"
        ariaLabels={{ tableLabel: 'VIPs and their backends' }}
        empty={<Box textAlign="center">No VIP yet. <PlaceLink to="/vips">Create the first</PlaceLink>.</Box>}
        columnDefinitions={[
          { id: 'name', header: 'VIP', cell: (vip) => <PlaceLink to={`/vips/${vip.id}`}>{vip.name}</PlaceLink>, isRowHeader: true },
          { id: 'address', header: 'Address', cell: (vip) => <Mono>{vip.address}</Mono> },
          {
            id: 'backends',
            header: 'Backends',
            cell: (vip) => <Rack cells={cellsOf(vip.id, listeners.data ?? [], backends.data ?? [])} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}
