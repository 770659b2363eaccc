package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import java.util.List;

/** All that this node can tell of itself at one moment: for the control plane, the metrics and the status socket. */
public record NodeSnapshot(
        Running running,
        List<HealthState> health,
        DataPathCounters counters,
        List<AttachedInterface> interfaces,
        List<InterfaceStatus> engines,
        List<NeighborLearned> neighbors,
        List<Finding> findings) {

    public NodeSnapshot {
        health = List.copyOf(health);
        interfaces = List.copyOf(interfaces);
        engines = List.copyOf(engines);
        neighbors = List.copyOf(neighbors);
        findings = List.copyOf(findings);
    }

    /** Whether frames are decided by a state on every interface. */
    public boolean isReady() {
        return running.state().isPresent() && engines.stream().allMatch(InterfaceStatus::ready);
    }
}
