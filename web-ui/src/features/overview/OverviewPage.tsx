import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useBackends, useNodes, useRevisions, useVips } from '../../shared/api/queries';
import { Traffic } from '../../shared/chart/Traffic';
import { useStale } from '../../shared/live/live';
import { ActionButton } from '../../shared/ui/ActionButton';
import { Attention } from './Attention';
import { Latest } from './Latest';
import { Numbers } from './Numbers';
import { Racks } from './Racks';
import { lacks, verdict } from './verdict';
import { worstFirst } from './worst';

/** So many lines can be told from each other. */
const MOST_LINES = 8;
const MOST_ROWS = 12;

/** How things stand: one sentence, five numbers, the traffic, what needs attention, and a cell for each backend. */
export function OverviewPage() {
  const navigate = useNavigate();
  const vips = useVips();
  const backends = useBackends();
  const nodes = useNodes();
  const revisions = useRevisions();
  const stale = useStale();
  const shown = worstFirst(vips.data ?? []).slice(0, MOST_ROWS);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={lacks(vips.data ?? [])}
        actions={
          <ActionButton least="EDITOR" variant="primary" onClick={() => void navigate({ to: '/vips/create' })}>
            Create VIP
          </ActionButton>
        }
      >
        {verdict(nodes.data, vips.data, stale)}
      </Header>
      <Numbers vips={shown} total={vips.data?.length} backends={backends.data} nodes={nodes.data} revision={revisions.data?.items[0]?.number} />
      <div className="columns">
        <Traffic title="Traffic by VIP" lines={shown.slice(0, MOST_LINES).map((vip) => ({ series: `vips/${vip.id}`, name: vip.name }))} />
        <Attention />
      </div>
      <div className="columns">
        <Racks vips={shown} total={vips.data?.length} pending={vips.isPending} />
        <Latest />
      </div>
    </SpaceBetween>
  );
}
