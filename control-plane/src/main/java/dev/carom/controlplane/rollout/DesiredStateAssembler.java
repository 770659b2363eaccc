package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.Network;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.VirtualRouter;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses what a node group needs of a configuration. Pure: equal configurations give equal states. */
public final class DesiredStateAssembler {
    /** As bytes compare, not as {@link UUID} does: its halves are signed. */
    static final Comparator<UUID> BY_BYTES = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final ConfigurationExcerpt configuration;
    private final Map<UUID, Pool> pools;
    private final Map<UUID, List<Backend>> backendsByPool;

    public DesiredStateAssembler(ConfigurationExcerpt configuration) {
        this.configuration = configuration;
        this.pools = configuration.pools().stream().collect(Collectors.toMap(Pool::id, Function.identity()));
        this.backendsByPool = configuration.backends().stream().collect(Collectors.groupingBy(Backend::poolId));
    }

    public DesiredState assemble(NodeGroup group) {
        List<Vip> vips =
                sorted(configuration.vips(), vip -> vip.spec().nodeGroupId().equals(group.id()));
        Set<UUID> vipIds = vips.stream().map(Vip::id).collect(Collectors.toSet());
        List<Listener> listeners = sorted(configuration.listeners(), listener -> vipIds.contains(listener.vipId()));
        Set<UUID> reached = reachedPools(listeners);
        Set<UUID> monitors = monitorsOf(reached);
        return new DesiredState(
                group,
                group.networks().stream()
                        .sorted(Comparator.comparing(Network::id, BY_BYTES))
                        .toList(),
                sorted(configuration.nodes(), node -> node.nodeGroupId().equals(group.id())),
                vips,
                listeners,
                sorted(configuration.pools(), pool -> reached.contains(pool.id())).stream()
                        .map(this::members)
                        .toList(),
                sorted(configuration.healthMonitors(), monitor -> monitors.contains(monitor.id())),
                group.virtualRouters().stream()
                        .sorted(Comparator.comparing(VirtualRouter::id, BY_BYTES))
                        .map(router -> carried(router, vips))
                        .toList());
    }

    /** The listeners' own pools, and those that take over from them. */
    private Set<UUID> reachedPools(Collection<Listener> listeners) {
        Set<UUID> reached = new HashSet<>();
        for (Listener listener : listeners) {
            UUID next = listener.poolId();
            while (next != null && reached.add(next)) {
                Pool pool = pools.get(next);
                next = pool == null ? null : pool.spec().fallbackPoolId();
            }
        }
        return reached;
    }

    private Set<UUID> monitorsOf(Set<UUID> reachedPools) {
        return configuration.pools().stream()
                .filter(pool -> reachedPools.contains(pool.id()))
                .flatMap(pool -> Stream.ofNullable(pool.spec().healthMonitorId()))
                .collect(Collectors.toSet());
    }

    private DesiredState.PoolMembers members(Pool pool) {
        return new DesiredState.PoolMembers(
                pool, sorted(backendsByPool.getOrDefault(pool.id(), List.of()), backend -> true));
    }

    private static DesiredState.RouterVips carried(VirtualRouter router, List<Vip> vips) {
        return new DesiredState.RouterVips(
                router,
                vips.stream()
                        .filter(vip ->
                                Integer.valueOf(router.vrid()).equals(vip.spec().vrid()))
                        .map(Vip::id)
                        .toList());
    }

    private static <T extends Resource> List<T> sorted(Collection<T> all, Predicate<T> wanted) {
        return all.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Resource::id, BY_BYTES))
                .toList();
    }
}
