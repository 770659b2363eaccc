package dev.carom.controlplane.event.web;

import dev.carom.controlplane.event.Event;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.listing.SqlPages;
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
    private final SqlPages pages;

    EventController(Events events, SqlPages pages) {
        this.events = events;
        this.pages = pages;
    }

    @GetMapping
    @Operation(operationId = "listEvents", summary = "List, the newest first unless sorted otherwise")
    Page<Event> list(@ParameterObject Listing listing) {
        return Page.of(pages.numbers(Events.COLLECTION, listing.request()).map(events::list));
    }
}
