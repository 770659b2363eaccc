import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';
import { useRollout } from './revisions';
import { type Step, stepOf } from './rolloutStep';

const LOOKS: Record<Step, { type: 'success' | 'in-progress' | 'pending' | 'error'; word: string }> = {
  VERIFIED: { type: 'success', word: 'verified: read back from its engines' },
  APPLIED: { type: 'in-progress', word: 'applied, not yet read back' },
  RECEIVED: { type: 'in-progress', word: 'received, not yet applied' },
  REFUSED: { type: 'error', word: 'refused' },
  UNKNOWN: { type: 'pending', word: 'unknown: the node has not told' },
};

/** How far a revision has come, node by node, and when. */
export function Rollout({ revision }: { revision: number }) {
  const { data, error, isPending } = useRollout(revision);
  const rows = (data ?? []).flatMap((group) => group.nodes.map((node) => ({ group, node })));
  return (
    <>
      <ProblemAlert error={error} title="Its rollout cannot be read" />
      <Table
        variant="embedded"
        header={<Header variant="h3">On the nodes</Header>}
        items={rows}
        trackBy={({ group, node }) => `${group.nodeGroupId} ${node.nodeId}`}
        loading={isPending}
        loadingText="Reading the rollout"
        wrapLines
        ariaLabels={{ tableLabel: `Rollout of r ${revision}` }}
        empty="It told no node anything new."
        columnDefinitions={[
          { id: 'node', header: 'Node', cell: ({ node }) => node.nodeName, isRowHeader: true },
          { id: 'group', header: 'Group', cell: ({ group }) => group.nodeGroupName },
          { id: 'state', header: 'How far', cell: ({ node }) => <State node={node} revision={revision} /> },
          { id: 'received', header: 'Received', cell: ({ node }) => at(node.receivedAt) },
          { id: 'applied', header: 'Applied', cell: ({ node }) => at(node.appliedAt) },
          { id: 'verified', header: 'Verified', cell: ({ node }) => at(node.verifiedAt) },
        ]}
      />
    </>
  );
}

function State({ node, revision }: { node: Schemas['NodeRollout']; revision: number }) {
  const looks = LOOKS[stepOf(node, revision)];
  return (
    <>
      <StatusIndicator type={looks.type}>{looks.word}</StatusIndicator>
      {node.errors.map((each) => (
        <div className="why" key={JSON.stringify(each)}>
          {each.message}
        </div>
      ))}
    </>
  );
}

function at(instant: string | undefined): string {
  return instant === undefined ? '-' : clock(instant);
}
