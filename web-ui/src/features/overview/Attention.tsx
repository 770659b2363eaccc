import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFindings } from '../../shared/api/queries';

/** What needs somebody: open findings, each with what mends it. */
export function Attention() {
  const findings = useFindings();
  const items = findings.data?.items ?? [];
  return (
    <Container header={<Header variant="h2" counter={findings.data && `(${items.length})`}>Needs attention</Header>}>
      <SpaceBetween size="m">
        {findings.data && items.length === 0 && 'No open finding.'}
        {items.map((finding) => (
          <div key={finding.id}>
            <StatusIndicator type="warning">{finding.summary}</StatusIndicator>
            <div>{finding.evidence}</div>
            <div>{finding.remedy}</div>
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}
