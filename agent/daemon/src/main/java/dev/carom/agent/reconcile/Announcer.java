package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTable.VipSummary;
import dev.carom.agent.packet.IpAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the segment what this node owns: after the table has it, and until before the table loses it. */
final class Announcer {
    private final NeighborTable neighbors;
    private final Set<IpAddress> announced = new HashSet<>();

    Announcer(NeighborTable neighbors) {
        this.neighbors = neighbors;
    }

    void releaseAllBut(DesiredState desired, Set<UUID> owned) {
        Set<IpAddress> kept = desired.vips().stream()
                .filter(vip -> owned.contains(vip.id()))
                .map(DesiredState.Vip::address)
                .collect(Collectors.toSet());
        Set<IpAddress> gone = new HashSet<>(announced);
        gone.removeAll(kept);
        if (!gone.isEmpty()) {
            neighbors.release(Set.copyOf(gone));
            announced.removeAll(gone);
        }
    }

    void announce(Collection<VipSummary> owned) {
        Set<IpAddress> fresh = owned.stream().map(VipSummary::address).collect(Collectors.toCollection(HashSet::new));
        fresh.removeAll(announced);
        if (!fresh.isEmpty()) {
            neighbors.announce(Set.copyOf(fresh));
            announced.addAll(fresh);
        }
    }

    Set<IpAddress> announced() {
        return Set.copyOf(announced);
    }
}
