package dev.carom.agent.reconcile;

import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.NeighborTarget;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the reconciler needs of the neighbours. */
public interface NeighborTable {
    /** Where this node meets its networks now. */
    void attach(List<Segment> segments);

    void resolve(Collection<NeighborTarget> targets);

    List<NeighborLearned> known();

    /** By which MACs the group's nodes are known. */
    void meet(Map<MacAddress, UUID> nodes);

    /** Those of these VIPs that nobody else has; the others are asked about, and an event tells of each that is free. */
    Set<IpAddress> provenFree(Set<IpAddress> vips);

    void announce(Set<IpAddress> vips);

    void release(Set<IpAddress> vips);
}
