package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a set of backends shares flows. */
@Schema(name = "PoolSpec")
public record PoolSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "web")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Schema(defaultValue = "MAGLEV") Algorithm algorithm,
        @Schema(description = "Absent is none.") @Nullable Affinity affinity,
        @Schema(defaultValue = "DROP") AllDownPolicy allDownPolicy,

        @Schema(description = "With allDownPolicy FALLBACK: the pool that takes over; it has no fallback itself.")
        @Nullable UUID fallbackPoolId,

        @Schema(defaultValue = "MOVE") OnBackendDown onBackendDown,

        @Schema(defaultValue = "0", description = "Below this share of live backends health is ignored; 0 is off.")
        int panicThresholdPercent,

        @Schema(defaultValue = "300000", description = "Milliseconds that flows of a draining backend have.")
        long drainTimeoutMs,

        @Schema(defaultValue = "0", description = "Milliseconds over which a backend that comes up gains its weight.")
        long slowStartMs,

        @Schema(description = "Absent: backends count as up.") @Nullable UUID healthMonitorId) {

    public PoolSpec {
        labels = Map.copyOf(labels);
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        if (affinity != null) {
            affinity.check(violations);
        }
        violations.unless(
                allDownPolicy != AllDownPolicy.FALLBACK || fallbackPoolId != null,
                "/fallbackPoolId",
                "FALLBACK_POOL_MISSING",
                "With allDownPolicy FALLBACK name the pool that takes over.");
        violations.unless(
                allDownPolicy == AllDownPolicy.FALLBACK || fallbackPoolId == null,
                "/fallbackPoolId",
                "FALLBACK_POOL_UNUSED",
                "A fallback pool is used with allDownPolicy FALLBACK only: set that, or leave the pool out.");
        violations.unless(
                panicThresholdPercent >= 0 && panicThresholdPercent <= 100,
                "/panicThresholdPercent",
                "PERCENT_OUT_OF_RANGE",
                "A share lies within 0-100 per cent.");
        violations.unless(
                drainTimeoutMs >= 0 && drainTimeoutMs <= 86_400_000,
                "/drainTimeoutMs",
                "TIMEOUT_OUT_OF_RANGE",
                "Draining lasts at most a day (0-86400000 ms).");
        violations.unless(
                slowStartMs >= 0 && slowStartMs <= 3_600_000,
                "/slowStartMs",
                "TIMEOUT_OUT_OF_RANGE",
                "A slow start lasts at most an hour (0-3600000 ms).");
        violations.refuse();
    }
}
