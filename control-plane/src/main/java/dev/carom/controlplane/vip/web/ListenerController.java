package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.Listeners;
import dev.carom.controlplane.vip.Protocol;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/listeners", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "listeners")
class ListenerController extends ResourceController<Listener, ListenerSpec, ListenerResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("listener")
            .with(Field.id("vipId"), "vip_id")
            .with(Field.id("poolId"), "pool_id")
            .with(Field.choice("protocol", Protocol.class), "protocol")
            .with(Field.choice("adminState", AdminState.class), "admin_state");

    private final Listeners listeners;
    private final SqlPages pages;
    private final ListenerViews views;

    ListenerController(Listeners listeners, SqlPages pages, ListenerViews views, Documents documents) {
        super(listeners, ListenerSpec.class, documents);
        this.listeners = listeners;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<ListenerResource> views(List<Listener> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listListeners", summary = "List, by name unless sorted otherwise")
    Page<ListenerResource> list(
            @ParameterObject Listing listing,
            @Parameter(description = "Short for a filter: vipId=….") @RequestParam(required = false) @Nullable UUID vipId) {
        return page(pages.ids(COLLECTION, listing.with("vipId", vipId)));
    }

    @Override
    protected ResponseEntity<ListenerResource> create(UUID id, ListenerSpec wanted) {
        listeners.find(id); // One that is not there has no parent: it is created below that, by POST.
        throw new AlreadyThere("listener", id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteListener", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(listeners.delete(id, Preconditions.expected(ifMatch)));
    }
}
