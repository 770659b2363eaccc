package dev.carom.agent.symptom;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.Running;
import java.util.List;

/** What there is to see at one moment. */
public record Sight(
        Running running,
        DataPathCounters counters,
        List<InterfaceStatus> engines,
        List<NeighborLearned> neighbors,
        List<HealthState> health) {
    public Sight {
        engines = List.copyOf(engines);
        neighbors = List.copyOf(neighbors);
        health = List.copyOf(health);
    }
}
