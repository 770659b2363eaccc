import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTopology } from '../../shared/api/queries';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Drawing } from './Drawing';
import { BackendsOf, NodesOf, VipsOf } from './Tables';

/** What hangs where: networks, nodes, VIPs with their owners, and backends with their MAC addresses. */
export function TopologyPage() {
  const topology = useTopology();
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="As the nodes last reported it. A dashed outline is what nobody vouches for.">
        Topology
      </Header>
      <ProblemAlert error={topology.error} title="The topology cannot be read" />
      {topology.data?.nodeGroups.length === 0 && <Box textAlign="center">No node group yet: create a node first.</Box>}
      {topology.data?.nodeGroups.map((group) => (
        <SpaceBetween key={group.id} size="l">
          <Container header={<Header variant="h2">{group.name}</Header>}>
            <Drawing group={group} />
          </Container>
          <VipsOf group={group} />
          <NodesOf group={group} />
          <BackendsOf group={group} />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
