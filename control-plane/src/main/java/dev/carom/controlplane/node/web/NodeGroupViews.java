package dev.carom.controlplane.node.web;

import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupRepository;
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

/** Shows node groups with how they are doing, many in as many statements as one. */
@Component
class NodeGroupViews implements ResourceViews {
    private final NodeGroupRepository repository;
    private final Statuses statuses;

    NodeGroupViews(NodeGroupRepository repository, Statuses statuses) {
        this.repository = repository;
        this.statuses = statuses;
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE_GROUP;
    }

    @Override
    public Map<UUID, NodeGroupResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids)).stream()
                .collect(Collectors.toMap(NodeGroupResource::id, Function.identity()));
    }

    List<NodeGroupResource> all(List<NodeGroup> nodeGroups) {
        Map<UUID, ResourceStatus> found =
                statuses.of(type(), nodeGroups.stream().map(NodeGroup::id).toList());
        return nodeGroups.stream()
                .map(nodeGroup -> NodeGroupResource.of(nodeGroup, Objects.requireNonNull(found.get(nodeGroup.id()))))
                .toList();
    }
}
