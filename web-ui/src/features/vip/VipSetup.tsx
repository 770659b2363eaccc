import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Vip } from '../../shared/api/client';
import { useBackends, useNodeGroups } from '../../shared/api/queries';
import { AdminStatus } from '../../shared/ui/AdminStatus';
import { Mono } from '../../shared/ui/Mono';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';

/** How a VIP is configured, and how far that has come. */
export function VipSetup({ vip, poolIds }: { vip: Vip; poolIds: ReadonlySet<string> }) {
  const groups = useNodeGroups();
  const backends = useBackends().data?.filter((each) => poolIds.has(each.poolId)) ?? [];
  return (
    <Container header={<Header variant="h2">Configuration</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Address', value: <Mono>{vip.address}</Mono> },
          { label: 'Wanted', value: <AdminStatus state={vip.adminState} /> },
          { label: 'On the nodes', value: vip.provisioningStatus.toLowerCase() },
          { label: 'Node group', value: groups.data?.find((each) => each.id === vip.nodeGroupId)?.name ?? '' },
          { label: 'Virtual router', value: `VRID ${vip.vrid ?? ''}` },
          { label: 'Port without a listener', value: vip.unmatchedPortPolicy.toLowerCase() },
          { label: 'Most new flows a second', value: vip.newFlowsPerSecond === 0 ? 'no limit' : vip.newFlowsPerSecond },
          { label: 'Changed', value: clock(vip.updatedAt) },
          {
            label: 'Setup scripts',
            value: backends.map((each) => (
              <div key={each.id}>
                <PlaceLink to={`/backends/${each.id}`}>{each.name}</PlaceLink>
              </div>
            )),
          },
        ]}
      />
    </Container>
  );
}
