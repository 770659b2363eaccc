import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRevisions } from '../../shared/api/queries';
import { clock } from '../../shared/ui/time';
import { RevisionDiff } from './RevisionDiff';

/** Every numbered state of the whole configuration, and what each one changed. */
export function ChangesPage() {
  const revisions = useRevisions();
  const navigate = useNavigate();
  const { revision } = useSearch({ from: '/changes' });
  return (
    <SpaceBetween size="l">
      <Table
        items={revisions.data?.items ?? []}
        trackBy="number"
        loading={revisions.isPending}
        loadingText="Reading revisions"
        enableKeyboardNavigation
        ariaLabels={{ tableLabel: 'Changes' }}
        header={<Header variant="h1">Changes</Header>}
        empty={<Box textAlign="center">No revision yet. The first change of the configuration makes revision 1.</Box>}
        columnDefinitions={[
          {
            id: 'number',
            header: 'Revision',
            isRowHeader: true,
            cell: (item) => (
              <Link onFollow={() => void navigate({ to: '/changes', search: { revision: item.number } })}>r {item.number}</Link>
            ),
          },
          { id: 'at', header: 'Time', cell: (item) => clock(item.createdAt) },
          { id: 'actor', header: 'Who', cell: (item) => item.actor },
        ]}
      />
      {revision !== undefined && <RevisionDiff number={revision} />}
    </SpaceBetween>
  );
}
