import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Vip } from '../../shared/api/client';
import { useBackends } from '../../shared/api/queries';
import { Traffic } from '../../shared/chart/Traffic';
import { BackendTable } from '../backend/BackendTable';
import { VipFigures } from './VipFigures';

const MOST_LINES = 8;

/** What a VIP carries now, and which backend takes how much of it. */
export function VipLive({ vip, poolIds }: { vip: Vip; poolIds: ReadonlySet<string> }) {
  const backends = useBackends().data?.filter((each) => poolIds.has(each.poolId)) ?? [];
  return (
    <SpaceBetween size="l">
      <Container>
        <VipFigures vip={vip} />
      </Container>
      <Traffic
        title="Live traffic by backend"
        lines={backends.slice(0, MOST_LINES).map((backend) => ({ series: `backends/${backend.id}`, name: backend.name }))}
      />
      <BackendTable poolIds={poolIds} />
    </SpaceBetween>
  );
}
