import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Vip } from '../../shared/api/client';
import { useBackends, useListeners } from '../../shared/api/queries';
import { Newest } from '../../shared/chart/Legend';
import { Sparkline } from '../../shared/chart/Sparkline';
import { useSeriesWanted, useStale } from '../../shared/live/live';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { Rack, RackLegend } from '../../shared/ui/Rack';
import { cellsOf } from './cells';

/** A cell for each backend, and what each VIP carries now. */
export function Racks({ vips, total, pending }: { vips: readonly Vip[]; total: number | undefined; pending: boolean }) {
  const listeners = useListeners();
  const backends = useBackends();
  const stale = useStale();
  useSeriesWanted(vips.map((vip) => `vips/${vip.id}`));
  return (
    <Table
      header={
        <Header variant="h2" description="Each cell is a backend." actions={<PlaceLink to="/vips">All {total ?? ''} VIPs</PlaceLink>}>
          VIPs and their backends
        </Header>
      }
      items={vips}
      trackBy="id"
      loading={pending}
      loadingText="Reading VIPs"
      ariaLabels={{ tableLabel: 'VIPs and their backends' }}
      empty={<Box textAlign="center">No VIP yet. <PlaceLink to="/vips/create">Create the first</PlaceLink>.</Box>}
      footer={<RackLegend />}
      columnDefinitions={[
        { id: 'name', header: 'VIP', cell: (vip) => <PlaceLink to={`/vips/${vip.id}`}>{vip.name}</PlaceLink>, isRowHeader: true },
        { id: 'address', header: 'Address', cell: (vip) => <Mono>{vip.address}</Mono> },
        {
          id: 'backends',
          header: 'Backends',
          cell: (vip) => <Rack cells={cellsOf(vip.id, listeners.data ?? [], backends.data ?? [], stale)} />,
        },
        { id: 'packets', header: 'Packets/s', cell: (vip) => <strong><Newest series={`vips/${vip.id}`} measure="packets" /></strong> },
        { id: 'trend', header: 'Trend', cell: (vip) => <Sparkline series={`vips/${vip.id}`} measure="packets" name={vip.name} /> },
      ]}
    />
  );
}
