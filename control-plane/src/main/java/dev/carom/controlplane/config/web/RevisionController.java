package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.Revision;
import dev.carom.controlplane.config.RevisionChange;
import dev.carom.controlplane.config.Revisions;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "revisions")
class RevisionController {
    private final Revisions revisions;
    private final SqlPages pages;

    RevisionController(Revisions revisions, SqlPages pages) {
        this.revisions = revisions;
        this.pages = pages;
    }

    /** A revision with what it changed. */
    record RevisionDetail(long number, long epoch, Instant createdAt, String actor, List<RevisionChange> changes) {}

    @GetMapping
    @Operation(operationId = "listRevisions", summary = "List, the newest first unless sorted otherwise")
    Page<Revision> list(@ParameterObject Listing listing) {
        return Page.of(pages.numbers(Revisions.COLLECTION, listing.request()).map(revisions::list));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getRevision", summary = "Get one, with each resource before and after")
    RevisionDetail get(@PathVariable long number) {
        Revision revision = revisions.find(number).orElseThrow(() -> new NotFound("revision", Long.toString(number)));
        return new RevisionDetail(
                revision.number(), revision.epoch(), revision.createdAt(), revision.actor(), revisions.changes(number));
    }
}
