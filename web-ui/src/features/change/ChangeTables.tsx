import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { RevisionChange } from '../../shared/api/client';
import { Mono } from '../../shared/ui/Mono';
import { differences } from './difference';

/** A table for each resource that differs, before and after. */
export function ChangeTables({ changes, empty }: { changes: readonly RevisionChange[]; empty: string }) {
  if (changes.length === 0) return <>{empty}</>;
  return (
    <SpaceBetween size="m">
      {changes.map((change) => (
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
  );
}
