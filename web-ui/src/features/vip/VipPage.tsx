import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Table from '@cloudscape-design/components/table';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';
import { useListeners, useNodeGroups, usePools, useVips } from '../../shared/api/queries';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';

/** One VIP: where it lives, and what listens on it. */
export function VipPage() {
  const { id } = useParams({ from: '/vips/$id' });
  const navigate = useNavigate();
  const vips = useVips();
  const listeners = useListeners();
  const pools = usePools();
  const groups = useNodeGroups();
  const vip = vips.data?.find((each) => each.id === id);
  if (vips.isPending) return <Spinner size="large" />;
  if (!vip) return <Box>There is no such VIP; it may have been deleted.</Box>;
  const remove = () =>
    dataOf(api.DELETE('/api/v1/vips/{id}', { params: { path: { id }, header: ifMatch(vip.version) } }));
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h1"
            actions={
              <DeleteButton
                what={vip.name}
                effect={`Clients of ${vip.address} are no longer answered, within a second on every node.`}
                remove={remove}
                onDone={() => void navigate({ to: '/vips' })}
              />
            }
          >
            {vip.name}
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Address', value: <Mono>{vip.address}</Mono> },
            { label: 'Wanted', value: <AdminStatus state={vip.adminState} /> },
            { label: 'Node group', value: groups.data?.find((each) => each.id === vip.nodeGroupId)?.name ?? '' },
            { label: 'Virtual router', value: `VRID ${vip.vrid ?? ''}` },
            { label: 'Port without a listener', value: vip.unmatchedPortPolicy.toLowerCase() },
            { label: 'Changed', value: clock(vip.updatedAt) },
          ]}
        />
      </Container>
      <Table
        header={<Header variant="h2">Listeners</Header>}
        items={listeners.data?.filter((each) => each.vipId === id) ?? []}
        trackBy="id"
        ariaLabels={{ tableLabel: 'Listeners' }}
        empty="No listener: every port of this VIP is unmatched."
        columnDefinitions={[
          { id: 'name', header: 'Listener', cell: (listener) => listener.name, isRowHeader: true },
          { id: 'protocol', header: 'Protocol', cell: (listener) => listener.protocol },
          { id: 'ports', header: 'Ports', cell: (listener) => <Mono>{listener.ports.join(' ')}</Mono> },
          {
            id: 'pool',
            header: 'Pool',
            cell: (listener) => (
              <PlaceLink to={`/pools/${listener.poolId}`}>
                {pools.data?.find((each) => each.id === listener.poolId)?.name ?? listener.poolId}
              </PlaceLink>
            ),
          },
          { id: 'state', header: 'Wanted', cell: (listener) => <AdminStatus state={listener.adminState} /> },
        ]}
      />
    </SpaceBetween>
  );
}
