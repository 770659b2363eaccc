package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendKind;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.Backends;
import dev.carom.controlplane.pool.Platform;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
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
@RequestMapping(path = "/api/v1/backends", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "backends")
class BackendController extends ResourceController<Backend, BackendSpec, BackendResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("backend")
            .where("NOT departing")
            .with(Field.id("poolId"), "pool_id")
            .with(Field.address("address"), "address")
            .with(Field.number("weight"), "weight")
            .with(Field.choice("adminState", AdminState.class), "admin_state")
            .with(Field.choice("kind", BackendKind.class), "kind")
            .with(Field.choice("platform", Platform.class), "platform");

    private final Backends backends;
    private final SqlPages pages;
    private final BackendViews views;

    BackendController(Backends backends, SqlPages pages, BackendViews views, Documents documents) {
        super(backends, BackendSpec.class, documents);
        this.backends = backends;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<BackendResource> views(List<Backend> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listBackends", summary = "List, by name unless sorted otherwise")
    Page<BackendResource> list(
            @ParameterObject Listing listing,
            @Parameter(description = "Short for a filter: poolId=….") @RequestParam(required = false) @Nullable UUID poolId) {
        return page(pages.ids(COLLECTION, listing.with("poolId", poolId)));
    }

    @Override
    protected ResponseEntity<BackendResource> create(UUID id, BackendSpec wanted) {
        backends.find(id); // One that is not there has no parent: it is created below that, by POST.
        throw new AlreadyThere("backend", id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteBackend",
            summary = "Delete: flows have until the pool's drainTimeoutMs, unless force cuts them")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean force) {
        return Answers.deleted(backends.delete(id, Preconditions.expected(ifMatch), force));
    }
}
