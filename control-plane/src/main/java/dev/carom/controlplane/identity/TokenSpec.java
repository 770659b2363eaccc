package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a machine's credential is to be.
 *
 * @param nodeGroupIds empty: it reaches everything
 * @param labels it reaches only resources that carry all of these
 * @param lifetimeSeconds absent: until it is revoked
 */
@Schema(name = "TokenSpec")
public record TokenSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED) String name,
        @Schema(requiredMode = RequiredMode.REQUIRED) Role role,
        @Schema(defaultValue = "[]") List<UUID> nodeGroupIds,
        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Nullable Long lifetimeSeconds) {
    public TokenSpec {
        nodeGroupIds = List.copyOf(nodeGroupIds);
        labels = Map.copyOf(labels);
    }
}
