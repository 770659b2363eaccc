package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendSet;
import dev.carom.controlplane.pool.BackendSetSpec;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.Backends;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backends of one pool. */
@RestController
@RequestMapping(path = "/api/v1/pools/{pool}/backends", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "backends")
class PoolBackendController {
    private final Backends backends;
    private final BackendSet set;
    private final BackendController shown;
    private final Documents documents;

    PoolBackendController(Backends backends, BackendSet set, BackendController shown, Documents documents) {
        this.backends = backends;
        this.set = set;
        this.shown = shown;
        this.documents = documents;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createBackend", summary = "Create")
    ResponseEntity<BackendResource> create(@PathVariable UUID pool, @RequestBody Document<BackendSpec> body) {
        return Answers.created(backends.create(pool, shown.read(body)), shown::view);
    }

    /** All backends of a pool, by name. */
    @Schema(name = "BackendSet")
    record BackendSetResource(List<BackendResource> backends) {}

    @GetMapping
    @Operation(operationId = "getBackendSet", summary = "Get all backends of the pool, with one ETag")
    ResponseEntity<BackendSetResource> getAll(@PathVariable UUID pool) {
        List<Backend> present = set.of(pool);
        return ResponseEntity.ok()
                .eTag(Answers.tag(BackendSet.version(present)))
                .body(new BackendSetResource(shown.views(present)));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "replaceBackendSet",
            summary = "Replace all backends of the pool in one revision: matched by name they keep their ids, and those"
                    + " left out depart, unless additiveOnly leaves them")
    ResponseEntity<BackendSetResource> replaceAll(
            @PathVariable UUID pool,
            @RequestParam(defaultValue = "false") boolean additiveOnly,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<BackendSetSpec> body) {
        ExpectedVersion expected = Preconditions.expected(ifMatch);
        Revised<List<Backend>> replaced = set.replace(
                pool, expected, documents.read(body, BackendSetSpec.class).backends(), additiveOnly);
        return ResponseEntity.ok()
                .eTag(Answers.tag(BackendSet.version(replaced.value())))
                .header(Answers.REVISION, Long.toString(replaced.revision()))
                .body(new BackendSetResource(shown.views(replaced.value())));
    }
}
