package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerRepository;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.Listeners;
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
@Tag(name = "listeners")
class ListenerController {
    private final Listeners listeners;
    private final ListenerRepository repository;
    private final Documents documents;

    ListenerController(Listeners listeners, ListenerRepository repository, Documents documents) {
        this.listeners = listeners;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping("/listeners")
    @Operation(operationId = "listListeners", summary = "List by name")
    Page<ListenerResource> list(
            @ParameterObject Listing listing, @RequestParam(required = false) @Nullable UUID vipId) {
        return listing.of(repository, of(vipId), ListenerResource::of);
    }

    @PostMapping(path = "/vips/{vip}/listeners", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createListener", summary = "Create")
    ResponseEntity<ListenerResource> create(@PathVariable UUID vip, @RequestBody Document<ListenerSpec> body) {
        return Answers.created(
                "listeners", listeners.create(vip, documents.read(body, ListenerSpec.class)), ListenerResource::of);
    }

    @GetMapping("/listeners/{id}")
    @Operation(operationId = "getListener", summary = "Get one")
    ResponseEntity<ListenerResource> get(@PathVariable UUID id) {
        return Answers.found(listeners.find(id), ListenerResource::of);
    }

    @PutMapping(path = "/listeners/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceListener", summary = "Replace: what is left out has its default")
    ResponseEntity<ListenerResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<ListenerSpec> body) {
        return Answers.changed(
                listeners.change(
                        id, Preconditions.expected(ifMatch), current -> documents.read(body, ListenerSpec.class)),
                ListenerResource::of);
    }

    @PatchMapping(
            path = "/listeners/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchListener", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<ListenerResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<ListenerSpec> body) {
        return Answers.changed(
                listeners.change(
                        id,
                        Preconditions.expected(ifMatch),
                        current -> documents.merge(current, body, ListenerSpec.class)),
                ListenerResource::of);
    }

    @DeleteMapping("/listeners/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteListener", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(listeners.delete(id, Preconditions.expected(ifMatch)));
    }

    private static Specification<Listener> of(@Nullable UUID vipId) {
        return vipId == null
                ? Specification.unrestricted()
                : (root, query, criteria) -> criteria.equal(root.get("vipId"), vipId);
    }
}
