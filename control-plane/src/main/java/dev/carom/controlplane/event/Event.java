package dev.carom.controlplane.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened; {@code revision} is absent when no change of the configuration caused it. */
public record Event(
        long id,
        Instant createdAt,
        String type,
        String resourceType,
        UUID resourceId,
        String summary,
        @Nullable Long revision) {}
