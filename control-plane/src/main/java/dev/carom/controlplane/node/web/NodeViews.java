package dev.carom.controlplane.node.web;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.node.NodeStatus;
import dev.carom.controlplane.node.NodeStatuses;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import dev.carom.controlplane.resource.Statuses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows nodes with what they say of themselves, many in as many statements as one. */
@Component
class NodeViews implements ResourceViews {
    private final NodeRepository repository;
    private final Statuses statuses;
    private final NodeStatuses heard;

    NodeViews(NodeRepository repository, Statuses statuses, NodeStatuses heard) {
        this.repository = repository;
        this.statuses = statuses;
        this.heard = heard;
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE;
    }

    @Override
    public Map<UUID, NodeResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids)).stream()
                .collect(Collectors.toMap(NodeResource::id, Function.identity()));
    }

    /** Just created, with the token that is shown this once. */
    NodeResource created(Node node, String token) {
        return NodeResource.of(
                node, NodeStatus.UNHEARD, status(List.of(node.id())).apply(node.id()), token);
    }

    List<NodeResource> all(List<Node> nodes) {
        List<UUID> ids = nodes.stream().map(Node::id).toList();
        Map<UUID, NodeStatus> said = heard.of(ids);
        Function<UUID, ResourceStatus> status = status(ids);
        return nodes.stream()
                .map(node -> NodeResource.of(
                        node, said.getOrDefault(node.id(), NodeStatus.UNHEARD), status.apply(node.id()), null))
                .toList();
    }

    private Function<UUID, ResourceStatus> status(List<UUID> ids) {
        Map<UUID, ResourceStatus> found = statuses.of(type(), ids);
        return id -> Objects.requireNonNull(found.get(id));
    }
}
