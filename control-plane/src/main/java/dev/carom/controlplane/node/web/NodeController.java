package dev.carom.controlplane.node.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.node.HandOver;
import dev.carom.controlplane.node.HandOvers;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeSpec;
import dev.carom.controlplane.node.Nodes;
import dev.carom.controlplane.node.Resynchronization;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
@RequestMapping(path = "/api/v1/nodes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "nodes")
class NodeController extends ResourceController<Node, NodeSpec, NodeResource> {
    static final SqlCollection COLLECTION =
            SqlCollection.resources("node").with(Field.id("nodeGroupId"), "node_group_id");

    private final Nodes nodes;
    private final HandOvers handOvers;
    private final Resynchronization resynchronization;
    private final SqlPages pages;
    private final NodeViews views;

    NodeController(
            Nodes nodes,
            HandOvers handOvers,
            Resynchronization resynchronization,
            SqlPages pages,
            NodeViews views,
            Documents documents) {
        super(nodes, NodeSpec.class, documents);
        this.nodes = nodes;
        this.handOvers = handOvers;
        this.resynchronization = resynchronization;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<NodeResource> views(List<Node> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listNodes", summary = "List, by name unless sorted otherwise")
    Page<NodeResource> list(@ParameterObject Listing listing) {
        return page(pages.ids(COLLECTION, listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createNode", summary = "Create, and show the node's token this once")
    ResponseEntity<NodeResource> create(@RequestBody Document<NodeSpec> body) {
        return create(UUID.randomUUID(), read(body));
    }

    @Override
    protected ResponseEntity<NodeResource> create(UUID id, NodeSpec wanted) {
        Revised<Nodes.Created> created = nodes.create(id, wanted);
        return Answers.created(
                new Revised<>(created.value().node(), created.revision()),
                node -> views.created(node, created.value().token()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteNode", summary = "Delete: its VIPs go to the nodes that remain")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(nodes.delete(id, Preconditions.expected(ifMatch)));
    }

    @PostMapping("/{id}/hand-over")
    @Operation(
            operationId = "handOverNode",
            summary =
                    "Move the node's VIPs to its peers: the connected one with the highest priority takes each router")
    ResponseEntity<HandOver> handOver(@PathVariable UUID id) {
        return Answers.done(handOvers.of(id));
    }

    @PostMapping("/{id}/resync")
    @Operation(
            operationId = "resynchronizeNode",
            summary = "Have the node fetch its state anew and report everything now; forwarding goes on meanwhile")
    Resynchronization.Done resynchronize(@PathVariable UUID id) {
        return resynchronization.of(id);
    }

    /** A node's new token. */
    @Schema(name = "NodeToken")
    record Token(String token) {}

    @PostMapping("/{id}/token")
    @Operation(operationId = "renewNodeToken", summary = "Make a new token; the old one is worthless at once")
    Token renewToken(@PathVariable UUID id) {
        return new Token(nodes.renewToken(id));
    }
}
