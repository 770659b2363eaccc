package dev.carom.controlplane.node.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeSpec;
import dev.carom.controlplane.node.NodeStatus;
import dev.carom.controlplane.resource.ResourceStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node as REST shows it. */
@Schema(name = "Node")
record NodeResource(
        UUID id,
        @JsonUnwrapped NodeSpec spec,
        @JsonUnwrapped NodeStatus said,
        @JsonUnwrapped ResourceStatus status,

        @Schema(
                description =
                        "When created only: CAROM_NODE_TOKEN of its agent. It is not kept and cannot be shown again.")
        @Nullable String token,

        long version,
        Instant createdAt,
        Instant updatedAt) {
    static NodeResource of(Node node, NodeStatus said, ResourceStatus status, @Nullable String token) {
        return new NodeResource(
                node.id(), node.spec(), said, status, token, node.version(), node.createdAt(), node.updatedAt());
    }
}
