package dev.carom.controlplane.event.web;

import dev.carom.controlplane.event.Event;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "events")
class EventController {
    private final Events events;

    EventController(Events events) {
        this.events = events;
    }

    @GetMapping
    @Operation(operationId = "listEvents", summary = "List, the newest first")
    Page<Event> list(@ParameterObject Listing listing) {
        return Page.goingBack(events.list(listing.before(), listing.size()), listing.size(), Event::id);
    }
}
