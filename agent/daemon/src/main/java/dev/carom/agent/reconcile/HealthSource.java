package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.health.HealthState;
import java.util.List;

/** What the reconciler needs of the health checks. */
public interface HealthSource {
    /** Checks what this state asks for from now on. */
    void apply(DesiredState desired, List<NodeView.Interface> interfaces);

    List<HealthState> snapshot();

    /** Monitors of the state applied last that this node cannot run. */
    List<ResourceError> errors();
}
