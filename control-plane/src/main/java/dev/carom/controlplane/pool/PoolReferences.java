package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Violations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks what a pool names: its health monitor, and the pool that takes over. */
@Component
class PoolReferences {
    private final HealthMonitorRepository monitors;
    private final PoolRepository pools;

    PoolReferences(HealthMonitorRepository monitors, PoolRepository pools) {
        this.monitors = monitors;
        this.pools = pools;
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if one is missing, or fallbacks would form a chain */
    void check(UUID pool, PoolSpec spec) {
        Violations violations = new Violations();
        UUID monitor = spec.healthMonitorId();
        violations.unless(
                monitor == null || monitors.existsById(monitor),
                "/healthMonitorId",
                "HEALTH_MONITOR_UNKNOWN",
                "There is no health monitor " + monitor + ": create it first, or leave it out.");
        UUID fallback = spec.fallbackPoolId();
        if (fallback != null) {
            checkFallback(pool, fallback, violations);
        }
        violations.refuse();
    }

    private void checkFallback(UUID pool, UUID fallback, Violations violations) {
        Optional<Pool> found = pools.findById(fallback);
        violations.unless(
                found.isPresent(),
                "/fallbackPoolId",
                "POOL_UNKNOWN",
                "There is no pool " + fallback + ": create it first, or choose another allDownPolicy.");
        violations.unless(
                found.isEmpty() || found.get().spec().fallbackPoolId() == null,
                "/fallbackPoolId",
                "FALLBACK_CHAIN",
                "The fallback pool has a fallback itself: flows fall back once. Name the last pool here.");
        List<String> dependents = pools.namesByFallback(pool);
        violations.unless(
                dependents.isEmpty(),
                "/fallbackPoolId",
                "FALLBACK_CHAIN",
                "This pool is the fallback of " + String.join(", ", dependents)
                        + ": flows fall back once, so it cannot have one itself.");
    }
}
