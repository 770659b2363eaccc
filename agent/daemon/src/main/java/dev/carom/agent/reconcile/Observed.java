package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.packet.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Snapshots of what the node senses, as the compiler takes them. */
final class Observed {
    private Observed() {}

    /** To the compiler an absent judgement is an unknown one: no table is made for the difference. */
    static Map<ListenerBackend, Health> health(List<HealthState> states) {
        Map<ListenerBackend, Health> health = new HashMap<>();
        for (HealthState state : states) {
            if (state.decides() && state.health() != Health.UNKNOWN) {
                health.put(new ListenerBackend(state.listener(), state.backend()), state.health());
            }
        }
        return health;
    }

    static Map<UUID, MacAddress> neighbors(List<NeighborLearned> known) {
        Map<UUID, MacAddress> neighbors = new HashMap<>();
        known.forEach(neighbor -> neighbors.put(neighbor.backend(), neighbor.mac()));
        return neighbors;
    }
}
