package dev.carom.controlplane.canary;

import dev.carom.controlplane.canary.Tester.Served;
import dev.carom.controlplane.rollout.NodeProgress;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a node fares with what it tries.
 *
 * @param heardAt when it reported last; null: never
 * @param health as it reported it
 */
record Observation(
        Tester tester, NodeProgress progress, @Nullable Instant heardAt, Map<Served, HealthState> health) {
    Observation {
        health = Map.copyOf(health);
    }

    boolean isUp(Served served) {
        return health.get(served) == HealthState.UP;
    }

    boolean isDown(Served served) {
        return health.get(served) == HealthState.DOWN;
    }
}
