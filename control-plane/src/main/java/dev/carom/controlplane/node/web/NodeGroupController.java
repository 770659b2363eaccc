package dev.carom.controlplane.node.web;

import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupSpec;
import dev.carom.controlplane.node.NodeGroups;
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
@RequestMapping(path = "/api/v1/node-groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "node-groups")
class NodeGroupController extends ResourceController<NodeGroup, NodeGroupSpec, NodeGroupResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("node_group");

    private final NodeGroups nodeGroups;
    private final SqlPages pages;
    private final NodeGroupViews views;

    NodeGroupController(NodeGroups nodeGroups, SqlPages pages, NodeGroupViews views, Documents documents) {
        super(nodeGroups, NodeGroupSpec.class, documents);
        this.nodeGroups = nodeGroups;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<NodeGroupResource> views(List<NodeGroup> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listNodeGroups", summary = "List, by name unless sorted otherwise")
    Page<NodeGroupResource> list(@ParameterObject Listing listing) {
        return page(pages.ids(COLLECTION, listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createNodeGroup", summary = "Create")
    ResponseEntity<NodeGroupResource> create(@RequestBody Document<NodeGroupSpec> body) {
        return create(UUID.randomUUID(), read(body));
    }

    @Override
    protected ResponseEntity<NodeGroupResource> create(UUID id, NodeGroupSpec wanted) {
        return Answers.created(nodeGroups.create(id, wanted), this::view);
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
