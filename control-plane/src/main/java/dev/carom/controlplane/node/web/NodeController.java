package dev.carom.controlplane.node.web;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.node.NodeSpec;
import dev.carom.controlplane.node.NodeStatus;
import dev.carom.controlplane.node.NodeStatuses;
import dev.carom.controlplane.node.Nodes;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
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
@RequestMapping(path = "/api/v1/nodes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "nodes")
class NodeController {
    private final Nodes nodes;
    private final NodeRepository repository;
    private final ObjectProvider<NodeStatuses> statuses;
    private final Documents documents;

    NodeController(Nodes nodes, NodeRepository repository, ObjectProvider<NodeStatuses> statuses, Documents documents) {
        this.nodes = nodes;
        this.repository = repository;
        this.statuses = statuses;
        this.documents = documents;
    }

    @GetMapping
    @Operation(operationId = "listNodes", summary = "List by name")
    Page<NodeResource> list(@ParameterObject Listing listing) {
        Page<Node> page = listing.of(repository, Specification.unrestricted(), node -> node);
        Map<UUID, NodeStatus> heard = heard(page.items().stream().map(Node::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(node -> NodeResource.of(node, heard.getOrDefault(node.id(), NodeStatus.UNHEARD), null))
                        .toList(),
                page.nextCursor());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createNode", summary = "Create, and show the node's token this once")
    ResponseEntity<NodeResource> create(@RequestBody Document<NodeSpec> body) {
        Revised<Nodes.Created> created = nodes.create(documents.read(body, NodeSpec.class));
        return Answers.created(
                "nodes",
                new Revised<>(created.value().node(), created.revision()),
                node -> NodeResource.of(
                        node, NodeStatus.UNHEARD, created.value().token()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getNode", summary = "Get one, with what it says of itself")
    ResponseEntity<NodeResource> get(@PathVariable UUID id) {
        return Answers.found(nodes.find(id), this::view);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceNode", summary = "Replace: what is left out has its default")
    ResponseEntity<NodeResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<NodeSpec> body) {
        return Answers.changed(
                nodes.change(id, Preconditions.expected(ifMatch), current -> documents.read(body, NodeSpec.class)),
                this::view);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchNode", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<NodeResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<NodeSpec> body) {
        return Answers.changed(
                nodes.change(
                        id, Preconditions.expected(ifMatch), current -> documents.merge(current, body, NodeSpec.class)),
                this::view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteNode", summary = "Delete: its VIPs go to the nodes that remain")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(nodes.delete(id, Preconditions.expected(ifMatch)));
    }

    /** A node's new token. */
    record Token(String token) {}

    @PostMapping("/{id}/token")
    @Operation(operationId = "renewNodeToken", summary = "Make a new token; the old one is worthless at once")
    Token renewToken(@PathVariable UUID id) {
        return new Token(nodes.renewToken(id));
    }

    private NodeResource view(Node node) {
        NodeStatus status = heard(List.of(node.id())).getOrDefault(node.id(), NodeStatus.UNHEARD);
        return NodeResource.of(node, status, null);
    }

    private Map<UUID, NodeStatus> heard(Collection<UUID> ids) {
        NodeStatuses source = statuses.getIfAvailable();
        return source == null ? Map.of() : source.of(ids);
    }
}
