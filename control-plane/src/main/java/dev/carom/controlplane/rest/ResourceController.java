package dev.carom.controlplane.rest;

import dev.carom.controlplane.listing.Slice;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.Resources;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * What the resources of every kind have in common by REST. A controller is called after its schema: {@code
 * VipController} has the operations {@code getVip}, {@code replaceVip} and {@code patchVip}.
 *
 * @param <S> what a request says
 * @param <V> what an answer shows
 */
public abstract class ResourceController<R extends Resource, S extends Record, V> {
    private final Resources<R, S> resources;
    private final Class<S> spec;
    private final Documents documents;

    protected ResourceController(Resources<R, S> resources, Class<S> spec, Documents documents) {
        this.resources = resources;
        this.spec = spec;
        this.documents = documents;
    }

    /** As answers show them, in the same order; what they need beside is read for all at once. */
    protected abstract List<V> views(List<R> resources);

    public final V view(R resource) {
        return views(List.of(resource)).getFirst();
    }

    protected final Page<V> page(Slice<UUID> ids) {
        return Page.of(ids.map(each -> views(resources.findAll(each))));
    }

    /**
     * Creates it with this id: by a POST with a new one, by a PUT with the caller's.
     *
     * @throws dev.carom.controlplane.problem.AlreadyThere if there is one
     */
    protected abstract ResponseEntity<V> create(UUID id, S wanted);

    /** The body as a whole document. */
    public final S read(Document<S> body) {
        return documents.read(body, spec);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get one")
    public ResponseEntity<V> get(@PathVariable UUID id) {
        return Answers.found(resources.find(id), this::view);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replace: what is left out has its default. With If-None-Match: * create, with an id of your own")
    public ResponseEntity<V> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody Document<S> body) {
        if (ifNoneMatch != null) {
            Preconditions.requireNone(ifNoneMatch);
            return create(id, read(body));
        }
        return Answers.changed(
                resources.change(id, Preconditions.expected(ifMatch), current -> read(body)), this::view);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    public ResponseEntity<V> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<S> body) {
        return Answers.changed(
                resources.change(id, Preconditions.expected(ifMatch), current -> documents.merge(current, body, spec)),
                this::view);
    }
}
