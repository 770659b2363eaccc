package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do.
 *
 * @param nodeGroupId absent: everywhere
 * @param fromClaims given by the OpenID provider, and replaced at each sign-in
 */
public record RoleBinding(
        UUID id, UUID userId, Role role, @Nullable UUID nodeGroupId, boolean fromClaims, Instant createdAt) {}
