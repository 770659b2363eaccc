package dev.carom.controlplane.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Which share of today's flows a plan sends elsewhere, or nowhere: each listener that serves today counts alike. Pure. */
final class Movement {
    private final Snapshot present;
    private final Map<UUID, RevisionChange> changes = new HashMap<>();
    private final Map<UUID, Double> percentByPool;

    private Movement(Snapshot present, List<RevisionChange> changes, Map<UUID, Double> percentByPool) {
        this.present = present;
        this.percentByPool = percentByPool;
        changes.forEach(change -> this.changes.put(change.resourceId(), change));
    }

    /** @param percentByPool of a pool's flows; pools that it lacks keep all of theirs */
    static double percent(Snapshot present, List<RevisionChange> changes, Map<UUID, Double> percentByPool) {
        Movement movement = new Movement(present, changes, percentByPool);
        return present.all(Kind.LISTENER, null).stream()
                .mapToDouble(movement::of)
                .filter(percent -> percent >= 0)
                .average()
                .orElse(0);
    }

    /** Below zero for a listener that serves nobody today. */
    private double of(Snapshot.Item listener) {
        Snapshot.Item vip = Objects.requireNonNull(present.find(Kind.VIP, Objects.requireNonNull(listener.parent())));
        Way today = way(vip.content(), listener.content());
        if (today == null) {
            return -1;
        }
        boolean same = today.equals(way(wanted(vip), wanted(listener)));
        return same ? percentByPool.getOrDefault(UUID.fromString(today.pool()), 0.0) : 100;
    }

    private JsonNode wanted(Snapshot.Item item) {
        RevisionChange change = changes.get(item.id());
        return change == null ? item.content() : Objects.requireNonNullElse(change.after(), MissingNode.getInstance());
    }

    /** What a flow depends on before a pool chooses: under another of these it is another flow, or meets another pool. */
    private record Way(String group, String address, String protocol, String pool) {}

    private static @Nullable Way way(JsonNode vip, JsonNode listener) {
        boolean serves = serves(vip) && serves(listener);
        return serves
                ? new Way(
                        vip.path("nodeGroupId").asString(""),
                        vip.path("address").asString(""),
                        listener.path("protocol").asString(""),
                        listener.path("poolId").asString(""))
                : null;
    }

    private static boolean serves(JsonNode content) {
        return content.isObject() && !content.path("adminState").asString("").equals("DISABLED");
    }
}
