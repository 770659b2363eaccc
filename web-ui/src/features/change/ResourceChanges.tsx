import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useEvents } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';

/** What happened to one resource, as far back as the newest events reach. */
export function ResourceChanges({ resourceId }: { resourceId: string }) {
  const events = useEvents(resourceId);
  return (
    <Table
      header={<Header variant="h2">Changes</Header>}
      items={events.data?.items ?? []}
      trackBy="id"
      loading={events.isPending}
      loadingText="Reading events"
      ariaLabels={{ tableLabel: 'Changes of this resource' }}
      empty="Nothing has happened to it yet."
      columnDefinitions={[
        { id: 'at', header: 'Time', cell: (event) => clock(event.createdAt), isRowHeader: true },
        { id: 'summary', header: 'What happened', cell: (event) => event.summary },
        {
          id: 'revision',
          header: 'Revision',
          cell: (event) => (event.revision ? <PlaceLink to={`/changes?revision=${event.revision}`}>r {event.revision}</PlaceLink> : '-'),
        },
      ]}
    />
  );
}
