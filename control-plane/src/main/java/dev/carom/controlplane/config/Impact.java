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
    private final Map<UUID, String> poolNames = new HashMap<>();
    private final Set<UUID> choosingOtherwise = new HashSet<>();
    private int added;
    private int removed;

    private Impact(Snapshot present) {
        this.present = present;
        this.presentBackends = present.byParent(Kind.BACKEND);
    }

    static PlanImpact of(Snapshot present, List<RevisionChange> changes) {
        Impact impact = new Impact(present);
        changes.forEach(impact::count);
        Map<UUID, PoolImpact> moved = new LinkedHashMap<>();
        impact.backendsByPool.forEach((pool, backends) -> moved.put(pool, impact.moved(pool, backends)));
        for (Snapshot.Item listener : present.all(Kind.LISTENER, null)) {
            UUID pool = id(listener.content(), "poolId");
            if (impact.pools.contains(pool)) {
                impact.vips.add(Objects.requireNonNull(listener.parent()));
            }
        }
        Map<UUID, Double> percentByPool = new HashMap<>();
        moved.forEach((pool, each) -> percentByPool.put(pool, each.movedFlowsPercent()));
        return new PlanImpact(
                impact.vipNames(changes),
                impact.added,
                impact.removed,
                rounded(Movement.percent(present, changes, percentByPool)),
                List.copyOf(moved.values()));
    }

    private void count(RevisionChange change) {
        JsonNode content = change.after() == null ? change.before() : change.after();
        switch (change.resourceType()) {
            case "vip" -> vips.add(change.resourceId());
            case "listener" -> vips.add(id(content, "vipId"));
            case "pool" -> {
                pools.add(change.resourceId());
                poolNames.put(change.resourceId(), change.resourceName());
                if (choosesOtherwise(change)) {
                    choosingOtherwise.add(change.resourceId());
                    backendsByPool.computeIfAbsent(change.resourceId(), each -> new ArrayList<>());
                }
            }
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

    private static boolean choosesOtherwise(RevisionChange pool) {
        JsonNode before = pool.before();
        JsonNode after = pool.after();
        return before != null
                && after != null
                && !(before.path("algorithm").equals(after.path("algorithm"))
                        && before.path("affinity").equals(after.path("affinity")));
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
        List<Weighted> old = List.copyOf(before.values());
        List<Weighted> now = List.copyOf(after.values());
        double share = choosingOtherwise.contains(pool) ? FlowShare.chosenAnew(old, now) : FlowShare.moved(old, now);
        boolean serves = old.stream().anyMatch(each -> each.weight() > 0);
        return new PoolImpact(poolName(pool), serves ? rounded(100 * share) : 0, skewed(now, changes));
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
        String wanted = poolNames.get(pool);
        return wanted == null ? name(Kind.POOL, pool) : wanted;
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
