package dev.carom.controlplane.canary.web;

import dev.carom.controlplane.canary.Canaries;
import dev.carom.controlplane.canary.Canary;
import dev.carom.controlplane.canary.CanaryStore;
import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.MemoryCollection;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how chosen nodes fare with a revision, and lets people decide sooner. */
@RestController
@RequestMapping(path = "/api/v1/config/canaries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "config")
class CanaryController {
    private static final MemoryCollection<Canary> COLLECTION = MemoryCollection.<Canary>keyed(
                    Field.number("revision"), Canary::revision, "-revision")
            .with(Field.text("state"), canary -> canary.state().name())
            .with(Field.text("target"), Canary::target)
            .with(Field.time("startedAt"), Canary::startedAt);

    private final CanaryStore store;
    private final Canaries canaries;

    CanaryController(CanaryStore store, Canaries canaries) {
        this.store = store;
        this.canaries = canaries;
    }

    @GetMapping
    @Operation(operationId = "listCanaries", summary = "List, the newest first; at most one runs")
    Page<Canary> list(@ParameterObject Listing listing) {
        return Page.of(COLLECTION.page(store.list(), listing.request()));
    }

    @GetMapping("/{revision}")
    @Operation(
            operationId = "getCanary",
            summary = "Get one: who tries the revision, how far that has come, and why it ended")
    Canary get(@PathVariable long revision) {
        return store.find(revision).orElseThrow(() -> new NotFound("canary of revision", Long.toString(revision)));
    }

    @PostMapping("/{revision}/pass")
    @Operation(operationId = "passCanary", summary = "Let all nodes have the revision now")
    Canary pass(@PathVariable long revision) {
        return ended(revision, canaries.pass(get(revision), "Somebody let it pass."));
    }

    @PostMapping("/{revision}/abort")
    @Operation(operationId = "abortCanary", summary = "Roll the revision back now, by a new one with the old content")
    Canary abort(@PathVariable long revision) {
        return ended(revision, canaries.rollBack(get(revision), "Somebody aborted it."));
    }

    private Canary ended(long revision, boolean done) {
        if (!done) {
            throw new Conflict("CANARY_OVER", "The canary of revision " + revision + " is over already.");
        }
        return get(revision);
    }
}
