package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.PortRange;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.DesiredState.Vip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Turns VIPs and their listeners into table entries; a listener that cannot stand is left out and named. */
final class VipCompiler {
    private static final int LAST_PORT = 65_535;

    private final Set<UUID> owned;
    private final Map<UUID, PoolEntry> pools;
    private final RouteCompiler routes;
    private final CompilationErrors errors;
    private int entries;

    VipCompiler(NodeView view, Map<UUID, PoolEntry> pools, RouteCompiler routes, CompilationErrors errors) {
        owned = view.ownedVips();
        this.pools = pools;
        this.routes = routes;
        this.errors = errors;
    }

    VipEntry compile(int index, Vip vip, List<Listener> listeners) {
        List<ListenerEntry> compiled = new ArrayList<>();
        PortMap tcp = ports(listeners, Protocol.TCP, compiled);
        PortMap udp = ports(listeners, Protocol.UDP, compiled);
        return new VipEntry(
                index,
                vip.id(),
                vip.name(),
                vip.address(),
                vip.state(),
                owned.contains(vip.id()),
                compiled.stream()
                        .anyMatch(listener ->
                                !listener.isDisabled() && listener.route().servesHealthy()),
                vip.unmatchedPortPolicy(),
                vip.newFlowsPerSecond(),
                tcp,
                udp);
    }

    private PortMap ports(List<Listener> listeners, Protocol protocol, List<ListenerEntry> compiled) {
        TreeMap<Integer, Map.Entry<PortRange, ListenerEntry>> ranges = new TreeMap<>();
        for (Listener listener : listeners) {
            PoolEntry pool = pools.get(listener.pool());
            if (listener.protocol() != protocol) {
                continue;
            }
            if (pool == null) {
                errors.add("listeners", listener.id(), "POOL_UNKNOWN", "there is no pool " + listener.pool());
            } else if (hasFreePorts(listener, ranges)) {
                ListenerEntry entry = entry(listener, pool);
                compiled.add(entry);
                listener.ports().forEach(range -> ranges.put(range.first(), Map.entry(range, entry)));
            }
        }
        return new PortMap(ranges);
    }

    private ListenerEntry entry(Listener listener, PoolEntry pool) {
        return new ListenerEntry(
                entries++,
                listener.id(),
                listener.state(),
                new AccessList(listener.allowedSources(), listener.deniedSources()),
                listener.newFlowsPerSecondPerSource(),
                routes.compile(listener, pool));
    }

    private boolean hasFreePorts(Listener listener, TreeMap<Integer, Map.Entry<PortRange, ListenerEntry>> ranges) {
        for (PortRange range : listener.ports()) {
            if (range.first() < 1 || range.last() > LAST_PORT || range.first() > range.last()) {
                errors.add("listeners", listener.id(), "PORTS_INVALID", range.first() + "-" + range.last());
                return false;
            }
            Map.Entry<Integer, Map.Entry<PortRange, ListenerEntry>> below = ranges.floorEntry(range.last());
            if (below != null && below.getValue().getKey().last() >= range.first()) {
                errors.add(
                        "listeners",
                        listener.id(),
                        "PORTS_OVERLAP",
                        "ports are taken by listener "
                                + below.getValue().getValue().id());
                return false;
            }
        }
        return true;
    }
}
