package dev.carom.controlplane.node.web;

import dev.carom.controlplane.node.NodeGroupRepository;
import dev.carom.controlplane.node.NodeGroupSpec;
import dev.carom.controlplane.node.NodeGroups;
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
@RequestMapping(path = "/api/v1/node-groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "node-groups")
class NodeGroupController {
    private final NodeGroups nodeGroups;
    private final NodeGroupRepository repository;
    private final Documents documents;

    NodeGroupController(NodeGroups nodeGroups, NodeGroupRepository repository, Documents documents) {
        this.nodeGroups = nodeGroups;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping
    @Operation(operationId = "listNodeGroups", summary = "List by name")
    Page<NodeGroupResource> list(@ParameterObject Listing listing) {
        return listing.of(repository, Specification.unrestricted(), NodeGroupResource::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createNodeGroup", summary = "Create")
    ResponseEntity<NodeGroupResource> create(@RequestBody Document<NodeGroupSpec> body) {
        return Answers.created(
                "node-groups", nodeGroups.create(documents.read(body, NodeGroupSpec.class)), NodeGroupResource::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getNodeGroup", summary = "Get one")
    ResponseEntity<NodeGroupResource> get(@PathVariable UUID id) {
        return Answers.found(nodeGroups.find(id), NodeGroupResource::of);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceNodeGroup", summary = "Replace: what is left out has its default")
    ResponseEntity<NodeGroupResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<NodeGroupSpec> body) {
        return Answers.changed(
                nodeGroups.change(
                        id, Preconditions.expected(ifMatch), current -> documents.read(body, NodeGroupSpec.class)),
                NodeGroupResource::of);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchNodeGroup", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<NodeGroupResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<NodeGroupSpec> body) {
        return Answers.changed(
                nodeGroups.change(
                        id,
                        Preconditions.expected(ifMatch),
                        current -> documents.merge(current, body, NodeGroupSpec.class)),
                NodeGroupResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteNodeGroup", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(nodeGroups.delete(id, Preconditions.expected(ifMatch)));
    }
}
