package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.pool.Algorithm;
import dev.carom.controlplane.pool.AllDownPolicy;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.pool.Pools;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/pools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "pools")
class PoolController extends ResourceController<Pool, PoolSpec, PoolResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("pool")
            .with(Field.choice("algorithm", Algorithm.class), "algorithm")
            .with(Field.choice("allDownPolicy", AllDownPolicy.class), "all_down_policy");

    private final Pools pools;
    private final SqlPages pages;
    private final PoolViews views;

    PoolController(Pools pools, SqlPages pages, PoolViews views, Documents documents) {
        super(pools, PoolSpec.class, documents);
        this.pools = pools;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<PoolResource> views(List<Pool> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listPools", summary = "List, by name unless sorted otherwise")
    Page<PoolResource> list(@ParameterObject Listing listing) {
        return page(pages.ids(COLLECTION, listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createPool", summary = "Create")
    ResponseEntity<PoolResource> create(@RequestBody Document<PoolSpec> body) {
        return create(UUID.randomUUID(), read(body));
    }

    @Override
    protected ResponseEntity<PoolResource> create(UUID id, PoolSpec wanted) {
        return Answers.created(pools.create(id, wanted), this::view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deletePool", summary = "Delete, with its backends")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(pools.delete(id, Preconditions.expected(ifMatch)));
    }
}
