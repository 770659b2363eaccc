import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useEvents } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { timeOfDay, zone } from '../../shared/ui/time';

const SHOWN = 8;

/** The newest events. */
export function Latest() {
  const events = useEvents();
  return (
    <Container header={<Header variant="h2" description={`Times are ${zone()}`} actions={<PlaceLink to="/events">All</PlaceLink>}>Events</Header>}>
      <ol className="latest">
        {events.data?.items.slice(0, SHOWN).map((event) => (
          <li key={event.id}>
            <time dateTime={event.createdAt}>{timeOfDay(event.createdAt)}</time>
            <span>{event.summary}</span>
          </li>
        ))}
      </ol>
    </Container>
  );
}
