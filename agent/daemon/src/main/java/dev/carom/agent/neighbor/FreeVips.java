package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VIPs that the segment was asked about and nobody else has. Owned by the neighbours' thread; any may read. */
final class FreeVips {
    private static final int QUESTIONS_PER_TICK = 50;

    private final Claimants claimants;
    private final NeighborEvents events;
    private final DuplicateChecks checks = new DuplicateChecks();
    private volatile Set<IpAddress> free = Set.of();

    FreeVips(Claimants claimants, NeighborEvents events) {
        this.claimants = claimants;
        this.events = events;
    }

    Set<IpAddress> among(Set<IpAddress> vips) {
        Set<IpAddress> found = new HashSet<>(vips);
        found.retainAll(free);
        return found;
    }

    /** Forgets all others: they must be proven anew. */
    void ask(Set<IpAddress> vips, long now) {
        free = Set.copyOf(among(vips));
        Set<IpAddress> open = new HashSet<>(vips);
        open.removeAll(free);
        checks.ask(open, now);
    }

    void heard(Claim claim) {
        checks.heard(claim);
    }

    /** The VIPs to ask the segment about now. */
    List<IpAddress> due(long now) {
        return checks.due(now, QUESTIONS_PER_TICK);
    }

    void conclude(long now) {
        checks.over(now).forEach(outcome -> conclude(outcome, now));
    }

    /** Only a stranger keeps this node from a VIP: a backend is meant to hold it, and from a peer it is taken over. */
    private void conclude(DuplicateChecks.Outcome outcome, long now) {
        boolean taken = false;
        for (MacAddress mac : outcome.claimants()) {
            Claimant claimant = claimants.of(mac);
            taken |= claimant instanceof Claimant.Unknown;
            if (!(claimant instanceof Claimant.Peer)) {
                String evidence = mac + " answers for " + outcome.vip() + ", which no node of the group has announced";
                events.found(new NeighborFinding(outcome.vip(), mac, claimant, evidence));
            }
        }
        if (taken) {
            checks.askAgain(outcome.vip(), now);
        } else {
            Set<IpAddress> more = new HashSet<>(free);
            more.add(outcome.vip());
            free = Set.copyOf(more);
            events.free(outcome.vip());
        }
    }
}
