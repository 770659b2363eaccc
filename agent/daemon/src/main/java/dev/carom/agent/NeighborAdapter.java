package dev.carom.agent;

import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.NeighborTarget;
import dev.carom.agent.neighbor.Neighbors;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.NeighborTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The neighbours as the reconciler sees them. */
record NeighborAdapter(Neighbors neighbors) implements NeighborTable {
    @Override
    public void attach(List<Segment> segments) {
        neighbors.attach(segments);
    }

    @Override
    public void resolve(Collection<NeighborTarget> targets) {
        neighbors.resolve(targets);
    }

    @Override
    public List<NeighborLearned> known() {
        return neighbors.known();
    }

    @Override
    public void announce(Set<IpAddress> vips) {
        neighbors.announce(vips);
    }

    @Override
    public void release(Set<IpAddress> vips) {
        neighbors.release(vips);
    }
}
