import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useBackends } from '../../shared/api/queries';
import { Traffic } from '../../shared/chart/Traffic';
import { ActionButton } from '../../shared/ui/ActionButton';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { ResourceChanges } from '../change/ResourceChanges';
import { SetupScript } from '../setup/SetupScript';
import { BackendActions } from './BackendActions';

/** One server: how it does, what it gets, what makes it hold its VIPs, and what was changed. */
export function BackendPage() {
  const { id } = useParams({ from: '/backends/$id' });
  const navigate = useNavigate();
  const backends = useBackends();
  const backend = backends.data?.find((each) => each.id === id);
  if (backends.isPending) return <Spinner size="large" />;
  if (!backend) return <Box>There is no such backend; it may have been deleted.</Box>;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={
          <SpaceBetween direction="horizontal" size="m">
            <OperatingStatus status={backend.operatingStatus} reason={backend.operatingReason} />
            <Mono>{backend.address}</Mono>
            <span>{backend.operatingReason}</span>
          </SpaceBetween>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <BackendActions backend={backend} />
            <ActionButton least="OPERATOR" onClick={() => void navigate({ to: '/doctor', search: { of: `backends/${id}` } })}>
              Call the doctor
            </ActionButton>
          </SpaceBetween>
        }
      >
        {backend.name}
      </Header>
      <Traffic title="Traffic" lines={[{ series: `backends/${id}`, name: backend.name }]} />
      <SetupScript backend={backend} />
      <ResourceChanges resourceId={id} />
    </SpaceBetween>
  );
}
