import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useRevision } from '../../shared/api/queries';
import { Mono } from '../../shared/ui/Mono';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { differences } from './difference';

/** What one revision changed: a table for each resource, before and after. */
export function RevisionDiff({ number }: { number: number }) {
  const revision = useRevision(number);
  return (
    <Container header={<Header variant="h2">Revision {number}</Header>}>
      <ProblemAlert error={revision.error} />
      <SpaceBetween size="m">
        {revision.data?.changes.map((change) => (
          <Table
            key={`${change.resourceType} ${change.resourceId}`}
            variant="embedded"
            items={differences(change.before, change.after)}
            trackBy="property"
            ariaLabels={{ tableLabel: `${change.resourceType} ${change.resourceName}` }}
            header={
              <Header variant="h3">
                {change.resourceType.toLowerCase().replaceAll('_', ' ')} {change.resourceName} {change.action.toLowerCase()}
              </Header>
            }
            empty="No property differs."
            columnDefinitions={[
              { id: 'property', header: 'Property', cell: (item) => item.property, isRowHeader: true },
              { id: 'before', header: 'Before', cell: (item) => <Mono>{item.before}</Mono> },
              { id: 'after', header: 'After', cell: (item) => <Mono>{item.after}</Mono> },
            ]}
          />
        ))}
      </SpaceBetween>
    </Container>
  );
}
