package dev.carom.controlplane.event;

import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes of events what streams write: each with its resource as REST shows it now, read for many at once. */
@Component
class Narrator {
    private final ObjectProvider<ResourceViews> views;
    private final JsonMapper json;

    Narrator(ObjectProvider<ResourceViews> views, JsonMapper json) {
        this.views = views;
        this.json = json;
    }

    List<Told> tell(List<Event> events) {
        Map<String, Map<UUID, ?>> resources = resources(events);
        return events.stream()
                .map(event -> {
                    Object snapshot = event.snapshot() != null
                            ? event.snapshot()
                            : resources
                                    .getOrDefault(event.resourceType(), Map.of())
                                    .get(event.resourceId());
                    return new Told(
                            event.id(),
                            event.type(),
                            event.resourceType(),
                            event.resourceId(),
                            json.writeValueAsString(EventMessage.of(event, snapshot)));
                })
                .toList();
    }

    private Map<String, Map<UUID, ?>> resources(List<Event> events) {
        Map<String, List<UUID>> ids = events.stream()
                .filter(event -> event.snapshot() == null)
                .collect(Collectors.groupingBy(
                        Event::resourceType, Collectors.mapping(Event::resourceId, Collectors.toList())));
        Map<String, Map<UUID, ?>> found = new HashMap<>();
        ids.forEach((noun, wanted) -> viewsOf(noun)
                .ifPresent(view ->
                        found.put(noun, view.of(wanted.stream().distinct().toList()))));
        return found;
    }

    private Optional<ResourceViews> viewsOf(String noun) {
        return Arrays.stream(ResourceType.values())
                .filter(type -> type.noun().equals(noun))
                .flatMap(type -> views.stream().filter(view -> view.type() == type))
                .findFirst();
    }
}
