package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import dev.carom.agent.packet.MacAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A node's view without the time: when it is as it was, there is nothing to compile. */
record Inputs(
        UUID node,
        List<NodeView.Interface> interfaces,
        Map<ListenerBackend, Health> health,
        Map<ListenerBackend, Instant> returned,
        Map<UUID, MacAddress> neighbors,
        Set<UUID> ownedVips) {
    /** A node that its group does not know. */
    static final UUID STRANGER = new UUID(0, 0);

    NodeView view(Instant now) {
        return new NodeView(node, interfaces, health, returned, neighbors, ownedVips, now);
    }
}
