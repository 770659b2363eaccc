package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import java.util.UUID;

/** A listener as the table holds it; {@code newFlowsPerSecondPerSource} 0 is no limit. */
record ListenerEntry(UUID id, AdminState state, AccessList access, int newFlowsPerSecondPerSource, Route route) {

    boolean takesNewFlows() {
        return state == AdminState.ENABLED;
    }

    boolean isDisabled() {
        return state == AdminState.DISABLED;
    }
}
