package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.Backends;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "backends")
class BackendController {
    private final Backends backends;
    private final BackendRepository repository;
    private final Documents documents;

    BackendController(Backends backends, BackendRepository repository, Documents documents) {
        this.backends = backends;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping("/backends")
    @Operation(operationId = "listBackends", summary = "List by name")
    Page<BackendResource> list(
            @ParameterObject Listing listing, @RequestParam(required = false) @Nullable UUID poolId) {
        return listing.of(repository, present(poolId), BackendResource::of);
    }

    @PostMapping(path = "/pools/{pool}/backends", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createBackend", summary = "Create")
    ResponseEntity<BackendResource> create(@PathVariable UUID pool, @RequestBody Document<BackendSpec> body) {
        return Answers.created(
                "backends", backends.create(pool, documents.read(body, BackendSpec.class)), BackendResource::of);
    }

    @GetMapping("/backends/{id}")
    @Operation(operationId = "getBackend", summary = "Get one")
    ResponseEntity<BackendResource> get(@PathVariable UUID id) {
        return Answers.found(backends.find(id), BackendResource::of);
    }

    @PutMapping(path = "/backends/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceBackend", summary = "Replace: what is left out has its default")
    ResponseEntity<BackendResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<BackendSpec> body) {
        return Answers.changed(
                backends.change(
                        id, Preconditions.expected(ifMatch), current -> documents.read(body, BackendSpec.class)),
                BackendResource::of);
    }

    @PatchMapping(
            path = "/backends/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchBackend", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<BackendResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<BackendSpec> body) {
        return Answers.changed(
                backends.change(
                        id,
                        Preconditions.expected(ifMatch),
                        current -> documents.merge(current, body, BackendSpec.class)),
                BackendResource::of);
    }

    @DeleteMapping("/backends/{id}")
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

    private static Specification<Backend> present(@Nullable UUID poolId) {
        Specification<Backend> present = (root, query, criteria) -> criteria.isFalse(root.get("departing"));
        return poolId == null
                ? present
                : present.and((root, query, criteria) -> criteria.equal(root.get("poolId"), poolId));
    }
}
