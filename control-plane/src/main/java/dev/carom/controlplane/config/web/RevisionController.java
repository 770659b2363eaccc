package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.Revision;
import dev.carom.controlplane.config.Revisions;
import dev.carom.controlplane.config.Rollback;
import dev.carom.controlplane.config.Trials;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "revisions")
class RevisionController {
    private final Revisions revisions;
    private final Rollback rollback;
    private final Trials trials;
    private final SqlPages pages;

    RevisionController(Revisions revisions, Rollback rollback, Trials trials, SqlPages pages) {
        this.trials = trials;
        this.revisions = revisions;
        this.rollback = rollback;
        this.pages = pages;
    }

    @GetMapping
    @Operation(operationId = "listRevisions", summary = "List, the newest first unless sorted otherwise")
    Page<Revision> list(@ParameterObject Listing listing) {
        return Page.of(pages.numbers(Revisions.COLLECTION, listing.request()).map(revisions::list));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getRevision", summary = "Get one, with each resource before and after")
    RevisionDetail get(@PathVariable long number) {
        return new RevisionDetail(find(number), revisions.changes(number));
    }

    @GetMapping("/{from}/diff/{to}")
    @Operation(operationId = "diffRevisions", summary = "What changed from one revision to another, either way round")
    RevisionDifference diff(@PathVariable long from, @PathVariable long to) {
        find(from);
        find(to);
        return new RevisionDifference(from, to, revisions.differences(from, to));
    }

    @PostMapping("/{number}/rollback")
    @Operation(
            operationId = "rollBack",
            summary = "Make a new revision with the content of an old one; ids stay. A node or group that was deleted"
                    + " comes back with its id, and needs a new token or gets a new hash key")
    ResponseEntity<Revision> rollBack(@PathVariable long number, @ParameterObject CanaryQuery canary) {
        Optional<Trials.Trial> trial = canary.trial(Optional.empty());
        Revised<Revision> done = rollback.to(
                find(number).number(), revision -> trial.ifPresent(wanted -> trials.begin(revision, wanted)));
        return ResponseEntity.ok()
                .header(Answers.REVISION, Long.toString(done.revision()))
                .body(done.value());
    }

    private Revision find(long number) {
        return revisions.find(number).orElseThrow(() -> new NotFound("revision", Long.toString(number)));
    }
}
