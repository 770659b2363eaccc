package dev.carom.agent;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.health.HealthChecks;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.HealthSource;
import java.util.List;

/** The health checks as the reconciler sees them. */
record HealthAdapter(HealthChecks checks) implements HealthSource {
    @Override
    public void apply(DesiredState desired, List<NodeView.Interface> interfaces) {
        checks.apply(desired, interfaces);
    }

    @Override
    public List<HealthState> snapshot() {
        return checks.snapshot();
    }

    @Override
    public List<ResourceError> errors() {
        return checks.errors();
    }
}
