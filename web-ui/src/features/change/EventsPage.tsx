import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useEvents } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';

/** One timeline, the newest first. */
export function EventsPage() {
  const events = useEvents();
  return (
    <Table
      items={events.data?.items ?? []}
      trackBy="id"
      loading={events.isPending}
      loadingText="Reading events"
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: 'Events' }}
      header={<Header variant="h1">Events</Header>}
      empty={<Box textAlign="center">Nothing has happened yet. Changes, failovers and findings will stand here.</Box>}
      columnDefinitions={[
        { id: 'at', header: 'Time', cell: (event) => clock(event.createdAt), isRowHeader: true },
        { id: 'type', header: 'Type', cell: (event) => event.type },
        { id: 'summary', header: 'What happened', cell: (event) => event.summary },
        {
          id: 'revision',
          header: 'Revision',
          cell: (event) =>
            event.revision ? <PlaceLink to={`/changes?revision=${event.revision}`}>r {event.revision}</PlaceLink> : '-',
        },
      ]}
    />
  );
}
