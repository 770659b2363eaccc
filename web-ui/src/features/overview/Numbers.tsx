import Container from '@cloudscape-design/components/container';
import { useSyncExternalStore } from 'react';
import type { Backend, Node, Vip } from '../../shared/api/client';
import { live } from '../../shared/live/live';
import { type Measure, newest } from '../../shared/live/ring';
import { Figures } from '../../shared/ui/Figures';
import { figure } from '../../shared/ui/figures';

interface Props {
  vips: readonly Vip[];
  total: number | undefined;
  backends: readonly Backend[] | undefined;
  nodes: readonly Node[] | undefined;
  revision: number | undefined;
}

/** The five numbers. Traffic is of the VIPs that the page shows, and says so where those are not all. */
export function Numbers({ vips, total, backends, nodes, revision }: Props) {
  const packets = useSum(vips, 'packets');
  const bits = useSum(vips, 'bits');
  const flows = useSum(vips, 'newFlows');
  const of = total !== undefined && total > vips.length ? `the ${vips.length} VIPs below` : 'as the nodes count it';
  const enabled = backends?.filter((each) => each.adminState === 'ENABLED') ?? [];
  const ready = enabled.filter((each) => each.operatingStatus === 'ONLINE').length;
  const behind = nodes?.filter((node) => node.verifiedRevision !== revision).length;
  return (
    <Container>
      <Figures
        figures={[
          { label: 'Packets in', value: figure(packets), unit: 'pps', note: of },
          { label: 'Traffic in', value: figure(bits), unit: 'bit/s', note: 'requests; answers go straight home' },
          { label: 'New flows', value: figure(flows), unit: 'a second', note: of },
          {
            label: 'Backends ready',
            value: backends ? String(ready) : '-',
            unit: `of ${enabled.length}`,
            note: readiness(backends),
            warns: ready < enabled.length,
          },
          {
            label: 'Configuration',
            value: revision === undefined ? '-' : `r ${revision}`,
            note: behind === 0 ? `verified on ${nodes?.length ?? '-'} nodes` : `${behind ?? '-'} nodes have not verified it`,
            warns: (behind ?? 0) > 0,
          },
        ]}
      />
    </Container>
  );
}

function useSum(vips: readonly Vip[], measure: Measure): number | undefined {
  return useSyncExternalStore(live.subscribe, () => {
    const known = vips.map((vip) => newest(live.pointsOf(`vips/${vip.id}`))?.[measure]).filter((each) => each !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
  });
}

function readiness(backends: readonly Backend[] | undefined): string {
  if (!backends) return 'unknown';
  const count = (status: string) => backends.filter((each) => each.operatingStatus === status).length;
  const parts = [
    [count('OFFLINE'), 'down'],
    [count('DRAINING'), 'draining'],
    [count('UNKNOWN'), 'unknown'],
    [count('NO_MONITOR'), 'not monitored'],
  ] as const;
  return parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`).join(', ') || 'all of them';
}
