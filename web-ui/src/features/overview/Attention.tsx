import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFindings } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { parsed } from '../doctor/subject';

/** What needs somebody: open findings, each with what mends it. */
export function Attention() {
  const findings = useFindings();
  const items = findings.data?.items ?? [];
  return (
    <Container header={<Header variant="h2" counter={findings.data && `(${items.length})`}>Needs attention</Header>}>
      <SpaceBetween size="m">
        {findings.data && items.length === 0 && <div>No open finding.</div>}
        {items.map((finding) => (
          <div key={finding.id}>
            <StatusIndicator type="warning">{finding.summary}</StatusIndicator>
            <div>{finding.evidence}</div>
            <div>{finding.remedy}</div>
            <NextAction resource={finding.resource} />
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}

/** The doctor examines VIPs and backends; what else is found leads to the nodes. */
function NextAction({ resource }: { resource: string }) {
  if (!parsed(resource)) return <PlaceLink to="/nodes">Look at the nodes</PlaceLink>;
  return (
    <SpaceBetween direction="horizontal" size="s">
      <PlaceLink to={`/doctor?of=${encodeURIComponent(resource)}`}>Call the doctor</PlaceLink>
      <PlaceLink to={`/${resource}`}>Open it</PlaceLink>
    </SpaceBetween>
  );
}
