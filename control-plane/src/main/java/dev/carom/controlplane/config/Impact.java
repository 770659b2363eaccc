package dev.carom.controlplane.config;

import dev.carom.agent.forwarding.FlowShare;
import dev.carom.agent.forwarding.FlowShare.Weighted;
import dev.carom.agent.forwarding.Granularity;
import dev.carom.controlplane.config.PlanImpact.PoolImpact;
import dev.carom.controlplane.config.PlanImpact.SkewedBackend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Estimates what changes do to traffic. Pure. */
final class Impact {
    private final Snapshot present;
    private final Map<UUID, List<Snapshot.Item>> presentBackends;
    private final Set<UUID> vips = new HashSet<>();
    private final Map<UUID, List<RevisionChange>> backendsByPool = new LinkedHashMap<>();
    private final Set<UUID> pools = new HashSet<>();
    private int added;
    private int removed;

    private Impact(Snapshot present) {
        this.present = present;
        this.presentBackends = present.byParent(Kind.BACKEND);
    }

    static PlanImpact of(Snapshot present, List<RevisionChange> changes) {
        Impact impact = new Impact(present);
        changes.forEach(impact::count);
        List<PoolImpact> moved = new ArrayList<>();
        impact.backendsByPool.forEach((pool, backends) -> moved.add(impact.moved(pool, backends)));
        List<Snapshot.Item> listeners = present.all(Kind.LISTENER, null);
        Set<String> used = new HashSet<>();
        for (Snapshot.Item listener : listeners) {
            UUID pool = UUID.fromString(listener.content().get("poolId").asString());
            used.add(impact.poolName(pool));
            if (impact.pools.contains(pool)) {
                impact.vips.add(Objects.requireNonNull(listener.parent()));
            }
        }
        double total = moved.stream()
                .filter(each -> used.contains(each.pool()))
                .mapToDouble(PoolImpact::movedFlowsPercent)
                .sum();
        return new PlanImpact(
                impact.vipNames(changes),
                impact.added,
                impact.removed,
                used.isEmpty() ? 0 : rounded(total / used.size()),
                moved);
    }

    private void count(RevisionChange change) {
        JsonNode content = change.after() == null ? change.before() : change.after();
        switch (change.resourceType()) {
            case "vip" -> vips.add(change.resourceId());
            case "listener" -> vips.add(id(content, "vipId"));
            case "pool" -> pools.add(change.resourceId());
            case "backend" -> {
                UUID pool = id(content, "poolId");
                pools.add(pool);
                backendsByPool.computeIfAbsent(pool, each -> new ArrayList<>()).add(change);
                added += change.before() == null ? 1 : 0;
                removed += change.after() == null ? 1 : 0;
            }
            default -> {
                // Groups, nodes and monitors touch no flow by themselves.
            }
        }
    }

    private static UUID id(@Nullable JsonNode content, String property) {
        return UUID.fromString(Objects.requireNonNull(content).get(property).asString());
    }

    private PoolImpact moved(UUID pool, List<RevisionChange> changes) {
        Map<UUID, Weighted> before = new LinkedHashMap<>();
        presentBackends
                .getOrDefault(pool, List.of())
                .forEach(item -> before.put(item.id(), weighted(item.id(), item.content())));
        Map<UUID, Weighted> after = new LinkedHashMap<>(before);
        for (RevisionChange change : changes) {
            JsonNode wanted = change.after();
            if (wanted == null) {
                after.remove(change.resourceId());
            } else {
                after.put(change.resourceId(), weighted(change.resourceId(), wanted));
            }
        }
        double share = FlowShare.moved(List.copyOf(before.values()), List.copyOf(after.values()));
        return new PoolImpact(poolName(pool), rounded(100 * share), skewed(List.copyOf(after.values()), changes));
    }

    private List<SkewedBackend> skewed(List<Weighted> backends, List<RevisionChange> changes) {
        Map<UUID, String> names = new HashMap<>();
        changes.forEach(change -> names.put(change.resourceId(), change.resourceName()));
        return Granularity.of(backends).stream()
                .map(skew -> new SkewedBackend(
                        names.getOrDefault(skew.id(), name(Kind.BACKEND, skew.id())),
                        100 * skew.wanted(),
                        100 * skew.given()))
                .toList();
    }

    private static Weighted weighted(UUID id, JsonNode content) {
        boolean takesFlows = content.path("adminState").asString("ENABLED").equals("ENABLED");
        return new Weighted(id, takesFlows ? content.path("weight").asInt(1) : 0);
    }

    private String poolName(UUID pool) {
        return name(Kind.POOL, pool);
    }

    private String name(Kind kind, UUID id) {
        Snapshot.Item item = present.find(kind, id);
        return item == null ? id.toString() : item.name();
    }

    private List<String> vipNames(List<RevisionChange> changes) {
        Set<String> names = new TreeSet<>();
        for (UUID vip : vips) {
            Snapshot.Item item = present.find(Kind.VIP, vip);
            if (item != null) {
                names.add(item.name());
            }
        }
        changes.stream()
                .filter(change -> change.resourceType().equals("vip"))
                .forEach(change -> names.add(change.resourceName()));
        return List.copyOf(names);
    }

    private static double rounded(double percent) {
        return Math.round(percent * 10) / 10.0;
    }
}
