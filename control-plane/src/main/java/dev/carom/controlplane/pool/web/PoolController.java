package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.pool.Pools;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/pools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "pools")
class PoolController {
    private final Pools pools;
    private final PoolRepository repository;
    private final Documents documents;

    PoolController(Pools pools, PoolRepository repository, Documents documents) {
        this.pools = pools;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping
    @Operation(operationId = "listPools", summary = "List by name")
    Page<PoolResource> list(@ParameterObject Listing listing) {
        return listing.of(repository, Specification.unrestricted(), PoolResource::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createPool", summary = "Create")
    ResponseEntity<PoolResource> create(@RequestBody Document<PoolSpec> body) {
        return Answers.created("pools", pools.create(documents.read(body, PoolSpec.class)), PoolResource::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getPool", summary = "Get one")
    ResponseEntity<PoolResource> get(@PathVariable UUID id) {
        return Answers.found(pools.find(id), PoolResource::of);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replacePool", summary = "Replace: what is left out has its default")
    ResponseEntity<PoolResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<PoolSpec> body) {
        return Answers.changed(
                pools.change(id, Preconditions.expected(ifMatch), current -> documents.read(body, PoolSpec.class)),
                PoolResource::of);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchPool", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<PoolResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<PoolSpec> body) {
        return Answers.changed(
                pools.change(
                        id, Preconditions.expected(ifMatch), current -> documents.merge(current, body, PoolSpec.class)),
                PoolResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deletePool", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(pools.delete(id, Preconditions.expected(ifMatch)));
    }
}
