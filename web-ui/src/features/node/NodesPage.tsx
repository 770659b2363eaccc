import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Node } from '../../shared/api/client';
import { useNodeGroups, useNodes, useTopology } from '../../shared/api/queries';
import { useStale } from '../../shared/live/live';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { NodeActions } from './NodeActions';
import { NodeCounters } from './NodeCounters';
import { ownedBy } from './owned';

/** The balancers: connected or not, and how far each has come with the configuration. */
export function NodesPage() {
  const nodes = useNodes();
  const groups = useNodeGroups();
  const topology = useTopology();
  const stale = useStale();
  const [selected, setSelected] = useState<Node[]>([]);
  const chosen = nodes.data?.find((node) => node.id === selected[0]?.id);
  const groupName = (id: string) => groups.data?.find((group) => group.id === id)?.name ?? id;
  const columns: TableProps.ColumnDefinition<Node>[] = [
    { id: 'name', header: 'Node', cell: (node) => node.name, sortingField: 'name', isRowHeader: true },
    { id: 'group', header: 'Group', cell: (node) => groupName(node.nodeGroupId) },
    { id: 'agent', header: 'Agent', cell: (node) => <AgentStatus node={node} /> },
    {
      id: 'serves',
      header: 'State',
      cell: (node) => <OperatingStatus status={node.operatingStatus} reason={node.operatingReason} />,
    },
    { id: 'owns', header: 'Owns', cell: (node) => (stale ? 'unknown' : ownedBy(node.id, topology.data)) },
    { id: 'verified', header: 'Verified', cell: (node) => revision(node.verifiedRevision) },
    { id: 'applied', header: 'Applied', cell: (node) => revision(node.appliedRevision) },
    { id: 'received', header: 'Received', cell: (node) => revision(node.receivedRevision) },
    { id: 'engines', header: 'Engines', cell: (node) => <Engines node={node} /> },
    { id: 'addresses', header: 'Addresses', cell: (node) => <Mono>{node.addresses.join(', ')}</Mono> },
  ];
  return (
    <SpaceBetween size="l">
      <ResourceTable
        title="Nodes"
        description="Desired, applied, and verified: read back from the running engines."
        query={nodes}
        columns={columns}
        rowName={(node) => node.name}
        selected={chosen ? [chosen] : []}
        onSelect={setSelected}
        actions={<NodeActions node={chosen} />}
        empty={<Box textAlign="center">No node yet. Create one and start its agent with the token.</Box>}
      />
      {chosen && <NodeCounters key={chosen.id} node={chosen} />}
    </SpaceBetween>
  );
}

function revision(number: number | null | undefined) {
  return number === null || number === undefined ? 'unknown' : `r ${number}`;
}

export function AgentStatus({ node }: { node: Node }) {
  const stale = useStale();
  if (stale) return <StatusIndicator type="pending">unknown, was {node.connected ? 'connected' : 'not heard of'}</StatusIndicator>;
  return node.connected ? (
    <StatusIndicator type="success">connected</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">not heard of</StatusIndicator>
  );
}

function Engines({ node }: { node: Node }) {
  const stale = useStale();
  if (stale || node.engines.length === 0) return <>unknown</>;
  return (
    <>
      {node.engines.map((engine) => (
        <StatusIndicator key={engine.interfaceName} type={engine.ready ? 'success' : 'error'}>
          {engine.interfaceName} {engine.mode} {engine.reason}
        </StatusIndicator>
      ))}
    </>
  );
}
