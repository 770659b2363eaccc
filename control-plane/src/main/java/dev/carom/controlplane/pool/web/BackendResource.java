package dev.carom.controlplane.pool.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendObservations.Observed;
import dev.carom.controlplane.pool.BackendObservations.Seen;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.resource.ResourceStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backend as REST shows it. */
@Schema(name = "Backend")
record BackendResource(
        UUID id,
        UUID poolId,
        @JsonUnwrapped BackendSpec spec,
        @JsonUnwrapped ResourceStatus status,
        @JsonUnwrapped Observed observed,

        @Schema(description = "While draining: when its flows must have ended.") @Nullable Instant drainDeadline,

        long version,
        Instant createdAt,
        Instant updatedAt) {
    static BackendResource of(Backend backend, Seen seen) {
        return new BackendResource(
                backend.id(),
                backend.poolId(),
                backend.spec(),
                seen.status(),
                seen.observed(),
                backend.drainDeadline(),
                backend.version(),
                backend.createdAt(),
                backend.updatedAt());
    }
}
