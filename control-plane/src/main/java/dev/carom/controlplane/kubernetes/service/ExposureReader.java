package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.HealthMonitorRepository;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.vip.ListenerRepository;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a cluster's Services have in Carom: it is known by its labels. */
@Component
class ExposureReader {
    private final JdbcClient sql;
    private final HealthMonitorRepository monitors;
    private final PoolRepository pools;
    private final BackendRepository backends;
    private final VipRepository vips;
    private final ListenerRepository listeners;

    ExposureReader(
            JdbcClient sql,
            HealthMonitorRepository monitors,
            PoolRepository pools,
            BackendRepository backends,
            VipRepository vips,
            ListenerRepository listeners) {
        this.sql = sql;
        this.monitors = monitors;
        this.pools = pools;
        this.backends = backends;
        this.vips = vips;
        this.listeners = listeners;
    }

    /** By the Services' uids. */
    Map<String, Exposure> read(String cluster) {
        Map<String, List<HealthMonitor>> ownMonitors = owned("health_monitor", monitors, cluster);
        Map<String, List<Pool>> ownPools = owned("pool", pools, cluster);
        Map<String, List<Vip>> ownVips = owned("vip", vips, cluster);
        Map<UUID, List<BackendSpec>> backendsByPool = backends.findByPoolIdIn(ids(ownPools)).stream()
                .filter(backend -> !backend.departing())
                .sorted(Comparator.comparing(Backend::name))
                .collect(
                        Collectors.groupingBy(Backend::poolId, Collectors.mapping(Backend::spec, Collectors.toList())));
        Map<UUID, Map<UUID, Exposure.PlacedListener>> listenersByVip = new HashMap<>();
        listeners
                .findByVipIdIn(ids(ownVips))
                .forEach(listener -> listenersByVip
                        .computeIfAbsent(listener.vipId(), vip -> new HashMap<>())
                        .put(listener.id(), new Exposure.PlacedListener(listener.vipId(), listener.spec())));
        Set<String> services = new HashSet<>(ownMonitors.keySet());
        services.addAll(ownPools.keySet());
        services.addAll(ownVips.keySet());
        return services.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        uid -> exposure(
                                ownMonitors.getOrDefault(uid, List.of()),
                                ownPools.getOrDefault(uid, List.of()),
                                backendsByPool,
                                ownVips.getOrDefault(uid, List.of()),
                                listenersByVip)));
    }

    private static Exposure exposure(
            List<HealthMonitor> monitors,
            List<Pool> pools,
            Map<UUID, List<BackendSpec>> backends,
            List<Vip> vips,
            Map<UUID, Map<UUID, Exposure.PlacedListener>> listeners) {
        Map<UUID, Exposure.PlacedListener> own = new HashMap<>();
        vips.forEach(vip -> own.putAll(listeners.getOrDefault(vip.id(), Map.of())));
        return new Exposure(
                byId(monitors, HealthMonitor::spec),
                byId(pools, Pool::spec),
                pools.stream().collect(Collectors.toMap(Pool::id, pool -> backends.getOrDefault(pool.id(), List.of()))),
                byId(vips, Vip::spec),
                own);
    }

    /** @param table comes from no caller: it becomes SQL */
    private <R extends Resource> Map<String, List<R>> owned(
            String table, ListCrudRepository<R, UUID> repository, String cluster) {
        List<UUID> ids = sql.sql("SELECT id FROM " + table + " WHERE labels ->> 'carom.dev/owner' = :owner"
                        + " AND labels ->> 'carom.dev/service-uid' <> ''")
                .param("owner", Identity.owner(cluster))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return repository.findAllById(ids).stream()
                .collect(Collectors.groupingBy(
                        resource -> Objects.requireNonNullElse(resource.labels().get(Identity.SERVICE_UID), "")));
    }

    private static List<UUID> ids(Map<String, ? extends List<? extends Resource>> resources) {
        return resources.values().stream()
                .flatMap(List::stream)
                .map(Resource::id)
                .toList();
    }

    private static <R extends Resource, S> Map<UUID, S> byId(List<R> resources, Function<R, S> spec) {
        return resources.stream().collect(Collectors.toMap(Resource::id, spec));
    }
}
