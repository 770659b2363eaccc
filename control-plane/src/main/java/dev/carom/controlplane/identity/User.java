package dev.carom.controlplane.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param issuer of the OpenID provider that knows the person; absent for one with a password of ours
 * @param version counts changes, for {@code If-Match}
 */
public record User(
        UUID id,
        String name,
        boolean mustChangePassword,
        @Nullable String issuer,
        boolean disabled,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
