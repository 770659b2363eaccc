import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { api, type Node, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { figure } from '../../shared/ui/figures';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';
import { dropsFirst } from './decided';

const READ_MS = 5000;

/** What a node did with packets, and why, since its agent started. */
export function NodeCounters({ node }: { node: Node }) {
  const { data, error, isPending } = useCounters(node);
  return (
    <SpaceBetween size="s">
      <ProblemAlert error={error} title="Its counters cannot be read" />
      <Table
        header={
          <Header variant="h2" description={data ? toldOf(data) : 'What it counts is not known.'}>
            Packets of {node.name} by reason
          </Header>
        }
        items={dropsFirst(data?.reasons ?? [])}
        trackBy="reason"
        loading={node.connected && isPending}
        loadingText="Reading counters"
        ariaLabels={{ tableLabel: `Packets of ${node.name} by reason` }}
        empty={data ? 'It has met no packet yet.' : 'Unknown.'}
        columnDefinitions={[
          { id: 'reason', header: 'Reason', isRowHeader: true, cell: (each) => <span className="mono">{each.reason}</span> },
          { id: 'packets', header: 'Packets', cell: (each) => each.packets.toLocaleString('en-GB') },
        ]}
      />
    </SpaceBetween>
  );
}

function toldOf({ fresh, receivedAt, flows }: Schemas['NodeCounters']): string {
  return `${fresh ? 'Reported' : 'It has not reported for 30 s; last'} ${clock(receivedAt)}. ${figure(flows)} flows are remembered.`;
}

/** A node that never reported has none: nobody asks until it is connected. */
const useCounters = (node: Node) =>
  useQuery({
    queryKey: ['nodes', node.id, 'counters'],
    enabled: node.connected,
    refetchInterval: READ_MS,
    queryFn: () => dataOf<Schemas['NodeCounters']>(api.GET('/api/v1/nodes/{id}/counters', { params: { path: { id: node.id } } })),
  });
