package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine's credential, without its secret.
 *
 * @param hint how the token begins, to find it among others
 * @param nodeGroupIds what it reaches; empty: everything
 * @param labels it reaches only resources that carry all of these
 * @param lastUsedAt to the minute
 */
public record ApiToken(
        UUID id,
        String name,
        String hint,
        Role role,
        List<UUID> nodeGroupIds,
        Map<String, String> labels,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiToken {
        nodeGroupIds = List.copyOf(nodeGroupIds);
        labels = Map.copyOf(labels);
    }
}
