package dev.carom.controlplane.pool.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A health monitor as REST shows it. */
@Schema(name = "HealthMonitor")
record HealthMonitorResource(
        UUID id, @JsonUnwrapped HealthMonitorSpec spec, long version, Instant createdAt, Instant updatedAt) {
    static HealthMonitorResource of(HealthMonitor healthMonitor) {
        return new HealthMonitorResource(
                healthMonitor.id(),
                healthMonitor.spec(),
                healthMonitor.version(),
                healthMonitor.createdAt(),
                healthMonitor.updatedAt());
    }
}
