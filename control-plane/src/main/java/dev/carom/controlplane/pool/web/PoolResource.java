package dev.carom.controlplane.pool.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.resource.ResourceStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A pool as REST shows it. */
@Schema(name = "Pool")
record PoolResource(
        UUID id,
        @JsonUnwrapped PoolSpec spec,
        @JsonUnwrapped ResourceStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static PoolResource of(Pool pool, ResourceStatus status) {
        return new PoolResource(pool.id(), pool.spec(), status, pool.version(), pool.createdAt(), pool.updatedAt());
    }
}
