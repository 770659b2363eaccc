package dev.carom.agent;

import dev.carom.agent.diagnose.DuplicateAddresses;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.NeighborTarget;
import dev.carom.agent.neighbor.Neighbors;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.NeighborTable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The neighbours as the reconciler and the doctor see them. */
record NeighborAdapter(Neighbors neighbors) implements NeighborTable, DuplicateAddresses {
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
    public void meet(Map<MacAddress, UUID> nodes) {
        neighbors.meet(nodes);
    }

    @Override
    public Set<IpAddress> provenFree(Set<IpAddress> vips) {
        return neighbors.provenFree(vips);
    }

    @Override
    public void announce(Set<IpAddress> vips) {
        neighbors.announce(vips);
    }

    @Override
    public void release(Set<IpAddress> vips) {
        neighbors.release(vips);
    }

    @Override
    public boolean asked(IpAddress vip, MacAddress mac) {
        return neighbors.duplicateProbeSeen(vip, mac);
    }

    @Override
    public void held(IpAddress vip, MacAddress mac) {
        neighbors.held(vip, mac, Instant.now());
    }
}
