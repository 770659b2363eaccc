package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.VipSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is configured for one Service, wanted or there: the two are compared as values.
 *
 * @param backends by pool, in the order of their names
 */
record Exposure(
        Map<UUID, HealthMonitorSpec> monitors,
        Map<UUID, PoolSpec> pools,
        Map<UUID, List<BackendSpec>> backends,
        Map<UUID, VipSpec> vips,
        Map<UUID, PlacedListener> listeners) {
    static final Exposure NOTHING = new Exposure(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    Exposure {
        monitors = Map.copyOf(monitors);
        pools = Map.copyOf(pools);
        backends = Map.copyOf(backends);
        vips = Map.copyOf(vips);
        listeners = Map.copyOf(listeners);
    }

    record PlacedListener(UUID vip, ListenerSpec spec) {}

    Optional<IpAddress> address(Family family) {
        return vips.values().stream()
                .map(VipSpec::address)
                .filter(address -> Family.of(address) == family)
                .findFirst();
    }
}
