package dev.carom.agent.controlplane;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.NodeSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Finds what is different between two snapshots of a node. Pure. */
final class ReportChanges {
    /** A sound neighbour answers three times a second: one that was heard within this time needs no word. */
    static final Duration CONFIRMED = Duration.ofSeconds(2);

    private ReportChanges() {}

    private record Probed(UUID listener, UUID backend) {
        static Probed of(HealthState health) {
            return new Probed(health.listener(), health.backend());
        }
    }

    /**
     * The later snapshot without the health, the counters of backends and the neighbours that are as they were. Empty when
     * one of these is new or gone: then all there is is told, and later changes are small again.
     */
    static Optional<NodeSnapshot> between(NodeSnapshot before, NodeSnapshot now) {
        DataPathCounters counters = now.counters();
        return changed(told(before), told(now), Probed::of, ReportChanges::isSame)
                .flatMap(health -> changed(
                                before.counters().backends(),
                                counters.backends(),
                                BackendCount::backend,
                                BackendCount::equals)
                        .flatMap(backends -> changed(
                                        before.neighbors(),
                                        now.neighbors(),
                                        NeighborLearned::backend,
                                        ReportChanges::isSame)
                                .map(neighbors -> new NodeSnapshot(
                                        now.running(),
                                        health,
                                        new DataPathCounters(
                                                counters.reasons(),
                                                counters.vips(),
                                                counters.listeners(),
                                                backends,
                                                counters.flows(),
                                                counters.engine()),
                                        now.interfaces(),
                                        now.engines(),
                                        neighbors,
                                        now.findings()))));
    }

    private static List<HealthState> told(NodeSnapshot snapshot) {
        return snapshot.health().stream().filter(HealthState::decides).toList();
    }

    private static <T, K> Optional<List<T>> changed(
            List<T> before, List<T> now, Function<T, K> key, BiPredicate<T, T> isSame) {
        Map<K, T> earlier = HashMap.newHashMap(before.size());
        before.forEach(each -> earlier.put(key.apply(each), each));
        List<T> changed = new ArrayList<>();
        for (T each : now) {
            T known = earlier.remove(key.apply(each));
            if (known == null) {
                return Optional.empty();
            }
            if (!isSame.test(known, each)) {
                changed.add(each);
            }
        }
        return earlier.isEmpty() ? Optional.of(changed) : Optional.empty();
    }

    private static boolean isSame(HealthState before, HealthState now) {
        return before.health() == now.health()
                && before.path() == now.path()
                && before.since().equals(now.since())
                && before.reason().equals(now.reason());
    }

    private static boolean isSame(NeighborLearned before, NeighborLearned now) {
        return before.mac().equals(now.mac()) && now.age().compareTo(CONFIRMED) <= 0;
    }
}
