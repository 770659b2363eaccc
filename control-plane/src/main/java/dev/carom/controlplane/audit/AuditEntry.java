package dev.carom.controlplane.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One deed; {@code revision} is absent when nothing of the configuration changed. */
public record AuditEntry(
        long id,
        Instant createdAt,
        String actor,
        String action,
        String resourceType,
        UUID resourceId,
        String resourceName,
        @Nullable Long revision) {}
