package dev.carom.agent.reconcile;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Make before break: a VIP that comes to this node is owned once its backends are resolved, or after a bounded wait, so
 * that a dead backend cannot keep the VIP dark. Owned by the reconciler's thread.
 */
final class TakeOver {
    static final Duration LONGEST_WAIT = Duration.ofMillis(300);

    private final Set<UUID> owned = new HashSet<>();
    private final Map<UUID, Long> waitingSince = new HashMap<>();

    /**
     * @param entitled the VIPs that this node should own
     * @param claimable those of them that are nobody else's
     * @param resolved the VIPs whose backends all have a MAC
     * @return the VIPs that it owns from now on; those no longer entitled are gone at once
     */
    Set<UUID> advance(Set<UUID> entitled, Set<UUID> claimable, Set<UUID> resolved, long nowNanos) {
        owned.retainAll(entitled);
        waitingSince.keySet().retainAll(claimable);
        for (UUID vip : claimable) {
            if (owned.contains(vip)) {
                continue;
            }
            long since = waitingSince.computeIfAbsent(vip, fresh -> nowNanos);
            if (resolved.contains(vip) || nowNanos - since >= LONGEST_WAIT.toNanos()) {
                owned.add(vip);
                waitingSince.remove(vip);
            }
        }
        return Set.copyOf(owned);
    }

    /** When the first bounded wait ends, on the clock of {@link #advance}. */
    OptionalLong nextNanos() {
        return waitingSince.values().stream()
                .mapToLong(since -> since + LONGEST_WAIT.toNanos())
                .min();
    }
}
