package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles a desired state and a node's view into a table. A pure function: equal inputs, equal tables. A bad resource
 * is left out and named; it never blocks the good ones.
 */
public final class ForwardingTableCompiler {
    private final DesiredState desired;
    private final NodeView view;
    private final CompilationErrors errors = new CompilationErrors();
    private final List<BackendEntry> backends = new ArrayList<>();

    private ForwardingTableCompiler(DesiredState desired, NodeView view) {
        this.desired = desired;
        this.view = view;
    }

    /**
     * @param errors the resources that were left out, and why
     * @param staleAt when the clock alone changes the outcome (a drain deadline, a step of a slow start): compile again then
     */
    public record Compilation(ForwardingTable table, List<ResourceError> errors, Optional<Instant> staleAt) {
        public Compilation {
            errors = List.copyOf(errors);
        }
    }

    /** {@code resource} is {@code vips/<uuid>}, {@code backends/<uuid>} …; {@code code} as in the REST problems. */
    public record ResourceError(String resource, String code, String message) {}

    public static Compilation compile(DesiredState desired, NodeView view) {
        return compile(desired, view, new MaglevTables());
    }

    /** The same, with less work where {@code tables} come from the compilation before. */
    public static Compilation compile(DesiredState desired, NodeView view, MaglevTables tables) {
        tables.begin();
        return new ForwardingTableCompiler(desired, view).compile(tables);
    }

    private Compilation compile(MaglevTables tables) {
        Map<UUID, PoolEntry> pools = pools();
        RouteCompiler routes = new RouteCompiler(view, pools, desired.hashKey(), tables);
        List<VipEntry> vips = vips(new VipCompiler(view, pools, routes, errors));
        ForwardingTable table = new ForwardingTable(desired.hashKey(), ports(), vips, backends, peerMacs());
        return new Compilation(table, errors.toList(), staleAt(routes));
    }

    private Map<UUID, PoolEntry> pools() {
        BackendCompiler compiler = new BackendCompiler(desired, view, errors);
        Map<UUID, PoolEntry> pools = new LinkedHashMap<>();
        for (Pool pool : IdOrder.sorted(desired.pools(), Pool::id)) {
            List<Backend> kept = new ArrayList<>();
            List<BackendEntry> entries = new ArrayList<>();
            for (Backend backend : IdOrder.sorted(pool.backends(), Backend::id)) {
                compiler.compile(backend).ifPresent(entry -> {
                    kept.add(backend);
                    entries.add(entry);
                });
            }
            if (entries.size() > MaglevTable.MOST_MEMBERS) {
                errors.add("pools", pool.id(), "POOL_TOO_LARGE", "more than " + MaglevTable.MOST_MEMBERS + " backends");
                continue;
            }
            pools.put(pool.id(), new PoolEntry(pool, backends.size(), kept, entries));
            backends.addAll(entries);
        }
        return pools;
    }

    private List<VipEntry> vips(VipCompiler compiler) {
        Map<UUID, List<Listener>> listeners = listenersByVip();
        Set<IpAddress> addresses = new HashSet<>();
        List<VipEntry> entries = new ArrayList<>();
        for (Vip vip : IdOrder.sorted(desired.vips(), Vip::id)) {
            if (addresses.add(vip.address())) {
                entries.add(compiler.compile(entries.size(), vip, listeners.getOrDefault(vip.id(), List.of())));
            } else {
                errors.add("vips", vip.id(), "VIP_DUPLICATE_ADDRESS", vip.address() + " is another VIP's");
            }
        }
        return entries;
    }

    private Map<UUID, List<Listener>> listenersByVip() {
        Set<UUID> known = desired.vips().stream().map(Vip::id).collect(Collectors.toSet());
        Map<UUID, List<Listener>> byVip = new HashMap<>();
        for (Listener listener : IdOrder.sorted(desired.listeners(), Listener::id)) {
            if (known.contains(listener.vip())) {
                byVip.computeIfAbsent(listener.vip(), id -> new ArrayList<>()).add(listener);
            } else {
                errors.add("listeners", listener.id(), "VIP_UNKNOWN", "there is no VIP " + listener.vip());
            }
        }
        return byVip;
    }

    private List<NodePort> ports() {
        return view.interfaces().stream()
                .sorted(Comparator.comparingInt(NodeView.Interface::index))
                .map(port ->
                        new NodePort(port.index(), port.name(), port.mac().value(), port.mtu(), facesClients(port)))
                .toList();
    }

    /** Every interface does, unless all its networks are for backends only. */
    private boolean facesClients(NodeView.Interface port) {
        List<DesiredState.Network> networks =
                desired.networks().stream().filter(port::serves).toList();
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.role() != NetworkRole.BACKEND);
    }

    private long[] peerMacs() {
        return desired.nodes().stream()
                .filter(node -> !node.id().equals(view.node()))
                .flatMap(node -> node.macs().stream())
                .mapToLong(MacAddress::value)
                .sorted()
                .distinct()
                .toArray();
    }

    private Optional<Instant> staleAt(RouteCompiler routes) {
        return Stream.concat(drainDeadlines(), routes.nextStep().stream()).min(Comparator.naturalOrder());
    }

    private Stream<Instant> drainDeadlines() {
        return desired.pools().stream()
                .flatMap(pool -> pool.backends().stream())
                .filter(backend -> backend.state() == DesiredState.AdminState.DRAINING
                        || backend.state() == DesiredState.AdminState.DEPARTING)
                .flatMap(backend -> backend.drainDeadline().stream())
                .filter(view.now()::isBefore);
    }
}
