package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Checks every backend that a listener of the node group uses. {@link #apply} and {@link #close} are called by one
 * thread; the callback comes from probe threads and must not block.
 */
public final class HealthChecks implements AutoCloseable {
    private HealthChecks() {}

    /** Removes what a killed predecessor left on this host, then waits for the first state. */
    public static HealthChecks open(Clock clock, Consumer<HealthChanged> changes) {
        return new HealthChecks();
    }

    /**
     * Checks what this state asks for from now on. What is asked for unchanged keeps its judgement and its rhythm.
     *
     * @param interfaces where this node meets the group's networks
     */
    public void apply(DesiredState desired, List<NodeView.Interface> interfaces) {}

    /** Counts something seen in passing against a backend, whichever listener it serves. */
    public void signal(UUID backend, Observation.Signalled signal) {}

    /** Every (listener, backend, path) of the state applied last. */
    public List<HealthState> snapshot() {
        return List.of();
    }

    /** Monitors of the state applied last that this node cannot run; their backends stay UNKNOWN. */
    public List<ResourceError> errors() {
        return List.of();
    }

    /** Ends all probes and removes every rule and route from this host. */
    @Override
    public void close() {}
}
