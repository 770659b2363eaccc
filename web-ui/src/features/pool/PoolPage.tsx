import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from '@tanstack/react-router';
import { useHealthMonitors, usePools } from '../../shared/api/queries';
import { BackendTable } from '../backend/BackendTable';
import { PoolActions } from './PoolActions';

/** One pool and its backends: weights, drain and undrain. */
export function PoolPage() {
  const { id } = useParams({ from: '/pools/$id' });
  const pools = usePools();
  const monitors = useHealthMonitors();
  const pool = pools.data?.find((each) => each.id === id);
  if (pools.isPending) return <Spinner size="large" />;
  if (!pool) return <Box>There is no such pool; it may have been deleted.</Box>;
  const monitor = monitors.data?.find((each) => each.id === pool.healthMonitorId);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h1" actions={<PoolActions pool={pool} monitor={monitor} />}>
            {pool.name}
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Algorithm', value: pool.algorithm },
            {
              label: 'Health monitor',
              value: monitor ? `${monitor.name}: ${monitor.type} every ${monitor.intervalMs} ms` : 'none: backends count as up',
            },
            { label: 'When a backend is down', value: `flows ${pool.onBackendDown.toLowerCase()}` },
            { label: 'When all are down', value: pool.allDownPolicy.toLowerCase().replace('_', ' ') },
            { label: 'Drain timeout', value: `${pool.drainTimeoutMs / 1000} s` },
          ]}
        />
      </Container>
      <BackendTable poolIds={new Set([id])} />
    </SpaceBetween>
  );
}
