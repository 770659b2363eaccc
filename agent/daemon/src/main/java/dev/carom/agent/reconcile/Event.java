package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.UUID;

/** What the reconciler acts on; in the order it was posted. */
public sealed interface Event {
    /** A newer desired state, from the control plane or from the disk. */
    record StateReceived(RevisionedState state) implements Event {}

    record HealthChanged(UUID listener, UUID backend, Health health) implements Event {}

    record NeighborLearned(UUID backend, MacAddress mac) implements Event {}

    /** Nobody else has this VIP: it may be claimed. */
    record VipFree(IpAddress address) implements Event {}

    /** The data path's links, or the node's addresses, are others than before. */
    record LinksChanged() implements Event {}

    /** Whether this node may own VIPs at all. It may from the start, and no longer once it hands over. */
    record RoleChanged(boolean eligible) implements Event {}

    /** The last event: acted upon with those before it. */
    record Stopped() implements Event {}
}
