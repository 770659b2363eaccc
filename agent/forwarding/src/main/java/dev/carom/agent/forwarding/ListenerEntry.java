package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import java.util.UUID;

/**
 * A listener as the table holds it.
 *
 * @param index its place among all listeners of the table
 * @param newFlowsPerSecondPerSource 0 is no limit
 */
record ListenerEntry(
        int index, UUID id, AdminState state, AccessList access, int newFlowsPerSecondPerSource, Route route) {

    boolean takesNewFlows() {
        return state == AdminState.ENABLED;
    }

    boolean isDisabled() {
        return state == AdminState.DISABLED;
    }
}
