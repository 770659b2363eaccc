package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Role;
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
public record TokenSpec(
        String name,
        Role role,
        List<UUID> nodeGroupIds,
        Map<String, String> labels,
        @Nullable Long lifetimeSeconds) {
    public TokenSpec {
        nodeGroupIds = List.copyOf(nodeGroupIds);
        labels = Map.copyOf(labels);
    }
}
