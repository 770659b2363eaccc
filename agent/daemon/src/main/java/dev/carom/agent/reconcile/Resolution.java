package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.neighbor.NeighborTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which backends need a MAC address, and which VIPs lack one. */
final class Resolution {
    private Resolution() {}

    /** All backends of the group, owned VIPs or not: a node that takes over has them already. */
    static List<NeighborTarget> targets(DesiredState desired) {
        return desired.pools().stream()
                .flatMap(pool -> pool.backends().stream())
                .filter(backend -> backend.mac().isEmpty())
                .map(backend -> new NeighborTarget(backend.id(), backend.address()))
                .toList();
    }

    /** The VIPs whose backends all have a MAC address, pinned or among the resolved. */
    static Set<UUID> resolvedVips(DesiredState desired, Set<UUID> resolved) {
        Map<UUID, DesiredState.Pool> pools = Pools.byId(desired);
        Set<UUID> vips = new HashSet<>();
        desired.vips().forEach(vip -> vips.add(vip.id()));
        for (Listener listener : desired.listeners()) {
            if (Pools.servedBy(listener, pools).anyMatch(backend -> !isResolved(backend, resolved))) {
                vips.remove(listener.vip());
            }
        }
        return vips;
    }

    private static boolean isResolved(Backend backend, Set<UUID> resolved) {
        return backend.mac().isPresent()
                || backend.state() == DesiredState.AdminState.DISABLED
                || resolved.contains(backend.id());
    }
}
