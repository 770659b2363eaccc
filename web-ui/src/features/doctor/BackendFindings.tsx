import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Schemas } from '../../shared/api/client';
import { useBackends, useVips } from '../../shared/api/queries';
import { Command } from '../../shared/ui/Command';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { Checks } from './Checks';

/** What is wrong with a backend as one VIP sees it: each fault with its evidence and what mends it. */
export function BackendFindings({ found }: { found: Schemas['BackendDiagnosis'] }) {
  const backend = useBackends().data?.find((each) => each.id === found.backendId);
  const vip = useVips().data?.find((each) => each.id === found.vipId);
  const name = backend?.name ?? found.backendId;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={vip && `through ${vip.name} (${vip.address})`}
          actions={<PlaceLink to={`/backends/${found.backendId}`}>About {name}</PlaceLink>}
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {found.faults.length === 0 && <StatusIndicator type="success">Every question was answered as a sound backend does.</StatusIndicator>}
        {found.faults.map((fault) => (
          <section key={fault.code} aria-label={`${fault.code} on ${name}`} className="fault">
            <SpaceBetween size="xs">
              <StatusIndicator type="error">
                <strong className="mono">{fault.code}</strong>
              </StatusIndicator>
              <div>{fault.summary}</div>
              <div className="why">Shown by {fault.checks.join(', ')}.</div>
              {fault.remedy && <Command text={fault.remedy} what={`the command that mends ${fault.code} on ${name}`} />}
              {fault.decide && (
                <>
                  <div>Another fault looks the same from outside; this decides on the backend, and changes nothing:</div>
                  <Command text={fault.decide} what={`the command that decides on ${fault.code} on ${name}`} />
                </>
              )}
            </SpaceBetween>
          </section>
        ))}
        <Checks checks={found.checks} of={`${name} through ${vip?.name ?? found.vipId}`} />
      </SpaceBetween>
    </Container>
  );
}
