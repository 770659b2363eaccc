import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useSearch } from '@tanstack/react-router';
import { useRevisions } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';
import { RevisionDiff } from './RevisionDiff';

/** Every numbered state of the whole configuration, what differs between two of them, and the way back. */
export function ChangesPage() {
  const revisions = useRevisions();
  const { revision, since } = useSearch({ from: '/changes' });
  const items = revisions.data?.items ?? [];
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="Every write makes a numbered revision of the whole configuration.">
        Changes
      </Header>
      {revision !== undefined && (
        <RevisionDiff key={revision} number={revision} since={since ?? revision - 1} revisions={items} />
      )}
      <Table
        items={items}
        trackBy="number"
        loading={revisions.isPending}
        loadingText="Reading revisions"
        enableKeyboardNavigation
        ariaLabels={{ tableLabel: 'Changes' }}
        header={<Header variant="h2">Revisions</Header>}
        empty={<Box textAlign="center">No revision yet. The first change of the configuration makes revision 1.</Box>}
        columnDefinitions={[
          {
            id: 'number',
            header: 'Revision',
            isRowHeader: true,
            cell: (item) => <PlaceLink to={`/changes?revision=${item.number}`}>r {item.number}</PlaceLink>,
          },
          { id: 'at', header: 'Time', cell: (item) => clock(item.createdAt) },
          { id: 'actor', header: 'Who', cell: (item) => item.actor },
          { id: 'message', header: 'Why', cell: (item) => item.message ?? '-' },
        ]}
      />
    </SpaceBetween>
  );
}
