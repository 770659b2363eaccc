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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The neighbours as the reconciler and the doctor see them.
 *
 * @param noted told when VIPs come and go, for the flight recorder
 */
record NeighborAdapter(Neighbors neighbors, Consumer<String> noted) implements NeighborTable, DuplicateAddresses {
    private static final int MOST_NAMED = 10;

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
        noted.accept("this node takes over " + named(vips));
    }

    @Override
    public void release(Set<IpAddress> vips) {
        neighbors.release(vips);
        noted.accept("this node gives up " + named(vips));
    }

    /** Some of them: there may be thousands. */
    private static String named(Set<IpAddress> vips) {
        String some = vips.stream()
                .sorted()
                .limit(MOST_NAMED)
                .map(IpAddress::toString)
                .collect(Collectors.joining(", "));
        return vips.size() + " VIPs: " + some + (vips.size() > MOST_NAMED ? " …" : "");
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
