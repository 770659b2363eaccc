import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Vip } from '../../shared/api/client';
import { useBackends } from '../../shared/api/queries';
import { Traffic } from '../../shared/chart/Traffic';
import { usePoints, useSeriesWanted } from '../../shared/live/live';
import { newest } from '../../shared/live/ring';
import { Figures } from '../../shared/ui/Figures';
import { figure } from '../../shared/ui/figures';
import { BackendTable } from '../backend/BackendTable';

const MOST_LINES = 8;

/** What a VIP carries now, and which backend takes how much of it. */
export function VipLive({ vip, poolIds }: { vip: Vip; poolIds: ReadonlySet<string> }) {
  const series = `vips/${vip.id}`;
  useSeriesWanted([series]);
  const now = newest(usePoints(series));
  const backends = useBackends().data?.filter((each) => poolIds.has(each.poolId)) ?? [];
  return (
    <SpaceBetween size="l">
      <Container>
        <Figures
          figures={[
            { label: 'Packets in', value: figure(now?.packets), unit: 'pps', note: 'requests' },
            { label: 'Traffic in', value: figure(now?.bits), unit: 'bit/s', note: 'answers go straight home' },
            { label: 'New flows', value: figure(now?.newFlows), unit: 'a second', note: 'inferred from requests' },
            { label: 'Flows', value: figure(now?.flows), note: 'remembered by the nodes' },
          ]}
        />
      </Container>
      <Traffic
        title="Live traffic by backend"
        lines={backends.slice(0, MOST_LINES).map((backend) => ({ series: `backends/${backend.id}`, name: backend.name }))}
      />
      <BackendTable poolIds={poolIds} />
    </SpaceBetween>
  );
}
