package dev.carom.agent.reconcile;

import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.NeighborTarget;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the reconciler needs of the neighbours. */
public interface NeighborTable {
    /** Where this node meets its networks now. */
    void attach(List<Segment> segments);

    void resolve(Collection<NeighborTarget> targets);

    List<NeighborLearned> known();

    void announce(Set<IpAddress> vips);

    void release(Set<IpAddress> vips);
}
