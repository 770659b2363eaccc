package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.packet.IpAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A VIP that comes to the group, by its creation or a cold start, is claimed once the segment was asked whether it is
 * free. One that a peer owned until now is claimed at once: a take-over waits for nothing. Owned by the reconciler's
 * thread.
 */
final class FirstClaims {
    private final NeighborTable neighbors;
    /** Proven free, or last a peer's. */
    private final Set<IpAddress> settled = new HashSet<>();

    FirstClaims(NeighborTable neighbors) {
        this.neighbors = neighbors;
    }

    /** Those of the VIPs that this node is entitled to which it may claim now. */
    Set<UUID> claimable(DesiredState desired, Set<UUID> entitled) {
        Map<UUID, IpAddress> enabled = new HashMap<>();
        desired.vips().stream()
                .filter(vip -> vip.state() != AdminState.DISABLED)
                .forEach(vip -> enabled.put(vip.id(), vip.address()));
        settled.retainAll(enabled.values());
        Set<IpAddress> unproven = new HashSet<>();
        enabled.forEach((id, address) -> {
            if (!entitled.contains(id)) {
                settled.add(address);
            } else if (!settled.contains(address)) {
                unproven.add(address);
            }
        });
        settled.addAll(neighbors.provenFree(unproven));
        return enabled.entrySet().stream()
                .filter(vip -> entitled.contains(vip.getKey()) && settled.contains(vip.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
