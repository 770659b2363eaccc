package dev.carom.controlplane.node.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupSpec;
import dev.carom.controlplane.resource.ResourceStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A node group as REST shows it. */
@Schema(name = "NodeGroup")
record NodeGroupResource(
        UUID id,
        @JsonUnwrapped NodeGroupSpec spec,
        @JsonUnwrapped ResourceStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static NodeGroupResource of(NodeGroup nodeGroup, ResourceStatus status) {
        return new NodeGroupResource(
                nodeGroup.id(),
                nodeGroup.spec(),
                status,
                nodeGroup.version(),
                nodeGroup.createdAt(),
                nodeGroup.updatedAt());
    }
}
