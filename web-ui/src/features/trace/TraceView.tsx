import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { useNodes } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { reasonsOf, whyNot } from './reasons';

/** The answer first, then why, then why not the others. */
export function TraceView({ trace }: { trace: Schemas['FlowTrace'] }) {
  const node = useNodes().data?.find((each) => each.id === trace.nodeId)?.name ?? 'The node';
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2">
            {trace.chosen ? <>It goes to <PlaceLink to={`/backends/${trace.chosen.backendId}`}>{trace.chosen.name}</PlaceLink></> : 'It goes nowhere'}
          </Header>
        }
      >
        <SpaceBetween size="s">
          {!trace.chosen && <StatusIndicator type="warning">A packet of this flow is not forwarded.</StatusIndicator>}
          <ol className="reasons" aria-label="Why">
            {reasonsOf(trace, node).map((reason) => (
              <li key={reason.said}>
                <strong>{reason.said}</strong>
                <div className="why">{reason.why}</div>
              </li>
            ))}
          </ol>
        </SpaceBetween>
      </Container>
      <Table
        header={<Header variant="h2">Why not the others</Header>}
        items={trace.others}
        trackBy="backendId"
        ariaLabels={{ tableLabel: 'Why not the others' }}
        empty="There is no other backend."
        columnDefinitions={[
          { id: 'name', header: 'Backend', cell: (each) => <PlaceLink to={`/backends/${each.backendId}`}>{each.name}</PlaceLink>, isRowHeader: true },
          { id: 'why', header: 'Because', cell: (each) => whyNot(each.why) },
        ]}
      />
    </SpaceBetween>
  );
}
