package dev.carom.agent.health;

import dev.carom.agent.packet.IpAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Hands out the source ports that the policy routes look at: forty for each slot, from 61000, above Linux's default
 * range of ephemeral ports. A port is taken only towards one destination at a time. Another process that happens to
 * use one loses nothing: a table holds routes to VIPs alone, and all else falls through to the next rule.
 */
final class SourcePorts {
    static final int PER_SLOT = 40;
    private static final int FIRST = 61_000;

    private final Set<Lease> taken = ConcurrentHashMap.newKeySet();
    private final AtomicIntegerArray turns = new AtomicIntegerArray(SteeringPlan.SLOTS);

    static int firstOf(int slot) {
        return FIRST + slot * PER_SLOT;
    }

    /** A source port towards one destination, until it is given back. */
    record Lease(int port, IpAddress destination, int destinationPort) {}

    /** The ports of a slot are taken in turns, so that the last connection on one is long forgotten. */
    Optional<Lease> lease(int slot, IpAddress destination, int destinationPort) {
        for (int i = 0; i < PER_SLOT; i++) {
            int turn = Math.floorMod(turns.getAndIncrement(slot), PER_SLOT);
            Lease lease = new Lease(firstOf(slot) + turn, destination, destinationPort);
            if (taken.add(lease)) {
                return Optional.of(lease);
            }
        }
        return Optional.empty();
    }

    void giveBack(Lease lease) {
        taken.remove(lease);
    }
}
