package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import java.util.UUID;

/** What a node judges: a backend, as it answers for a listener. */
record Probed(UUID listener, UUID backend) {
    static Probed of(BackendHealth health) {
        return new Probed(health.listenerId(), health.backendId());
    }
}
