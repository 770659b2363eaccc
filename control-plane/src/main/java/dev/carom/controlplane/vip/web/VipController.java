package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.vip.VipRepository;
import dev.carom.controlplane.vip.VipSpec;
import dev.carom.controlplane.vip.Vips;
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
@RequestMapping(path = "/api/v1/vips", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "vips")
class VipController {
    private final Vips vips;
    private final VipRepository repository;
    private final Documents documents;

    VipController(Vips vips, VipRepository repository, Documents documents) {
        this.vips = vips;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping
    @Operation(operationId = "listVips", summary = "List by name")
    Page<VipResource> list(@ParameterObject Listing listing) {
        return listing.of(repository, Specification.unrestricted(), VipResource::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createVip", summary = "Create")
    ResponseEntity<VipResource> create(@RequestBody Document<VipSpec> body) {
        return Answers.created("vips", vips.create(documents.read(body, VipSpec.class)), VipResource::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getVip", summary = "Get one")
    ResponseEntity<VipResource> get(@PathVariable UUID id) {
        return Answers.found(vips.find(id), VipResource::of);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceVip", summary = "Replace: what is left out has its default")
    ResponseEntity<VipResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<VipSpec> body) {
        return Answers.changed(
                vips.change(id, Preconditions.expected(ifMatch), current -> documents.read(body, VipSpec.class)),
                VipResource::of);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchVip", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<VipResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<VipSpec> body) {
        return Answers.changed(
                vips.change(
                        id, Preconditions.expected(ifMatch), current -> documents.merge(current, body, VipSpec.class)),
                VipResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteVip", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(vips.delete(id, Preconditions.expected(ifMatch)));
    }
}
