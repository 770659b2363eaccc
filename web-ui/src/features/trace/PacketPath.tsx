import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useNodes } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';
import { explainLink } from './flowForm';
import { PathDrawing } from './PathDrawing';
import { PathTable } from './PathTable';

/** The way of a flow that was just seen, with the MAC addresses of each step. */
export function PacketPath({ vipId }: { vipId: string }) {
  const path = usePacketPath(vipId);
  const nodes = useNodes().data;
  const node = nodes?.find((each) => each.id === path.data?.nodeId)?.name ?? 'the node';
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={path.data && `A real flow, seen ${clock(path.data.seenAt)} on ${node}. Only MAC addresses change on the way in.`}
            actions={
              <Button loading={path.isFetching} loadingText="Waiting for a packet" onClick={() => void path.refetch()}>
                Wait for another packet
              </Button>
            }
          >
            Packet path
          </Header>
        }
      >
        {path.isPending && <StatusIndicator type="loading">Waiting for a client’s packet, five seconds at most</StatusIndicator>}
        <ProblemAlert error={path.error} title="No path can be shown" />
        {path.data && (
          <SpaceBetween size="s">
            <PathDrawing path={path.data} node={node} />
            <PlaceLink to={explainLink(path.data.explanation.flow)}>Why this flow goes there</PlaceLink>
          </SpaceBetween>
        )}
      </Container>
      {path.data && <PathTable path={path.data} node={node} />}
    </SpaceBetween>
  );
}

/** Read when it is asked for alone: each reading waits on a node. */
const usePacketPath = (id: string) =>
  useQuery({
    queryKey: ['packet-path', id],
    refetchInterval: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    queryFn: () => dataOf<Schemas['PacketPath']>(api.GET('/api/v1/vips/{id}/packet-path', { params: { path: { id } } })),
  });
