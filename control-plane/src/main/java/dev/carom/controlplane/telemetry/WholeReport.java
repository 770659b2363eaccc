package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node's last whole report, to which it tells changes. What is looked up by backend is indexed when first asked for. */
final class WholeReport {
    private final NodeReport report;
    private volatile @Nullable Places health;
    private volatile @Nullable Places counters;
    private volatile @Nullable Places neighbors;

    WholeReport(NodeReport report) {
        this.report = report;
    }

    NodeReport report() {
        return report;
    }

    /** Whether these are changes to this report. */
    boolean isBaseOf(Told.Changes changes) {
        return report.boot().equals(changes.report().boot()) && report.sequence() == changes.since();
    }

    /** All that there is at the time of the changes, in this report's order; empty when they tell of what it has not. */
    Optional<NodeReport> with(Told.Changes changes) {
        NodeReport told = changes.report();
        return replaced(report.health(), told.health(), Probed::of)
                .flatMap(judged -> replaced(
                                report.counters().backends(), told.counters().backends(), BackendCounters::backendId)
                        .flatMap(counted -> replaced(
                                        confirmed(report.neighbors(), changes.confirmedAt()),
                                        told.neighbors(),
                                        Neighbor::backendId)
                                .map(seen -> told.with(judged, counted, seen))));
    }

    /** A view: few reports are looked at before the next comes. */
    private static List<Neighbor> confirmed(List<Neighbor> neighbors, Instant at) {
        return new AbstractList<>() {
            @Override
            public Neighbor get(int index) {
                Neighbor neighbor = neighbors.get(index);
                return new Neighbor(neighbor.backendId(), neighbor.mac(), at);
            }

            @Override
            public int size() {
                return neighbors.size();
            }
        };
    }

    private static <K, T> Optional<List<T>> replaced(List<T> whole, List<T> changes, Function<T, K> key) {
        if (changes.isEmpty()) {
            return Optional.of(whole);
        }
        Map<K, T> told = HashMap.newHashMap(changes.size());
        changes.forEach(change -> told.put(key.apply(change), change));
        List<T> items = new ArrayList<>(whole.size());
        for (T item : whole) {
            T change = told.remove(key.apply(item));
            items.add(change == null ? item : change);
        }
        return told.isEmpty() ? Optional.of(Collections.unmodifiableList(items)) : Optional.empty();
    }

    /** Two that ask at the same time make the same; likewise of the others. */
    Places health() {
        Places known = health;
        if (known == null) {
            known = Places.of(report.health(), BackendHealth::backendId);
            health = known;
        }
        return known;
    }

    Places counters() {
        Places known = counters;
        if (known == null) {
            known = Places.of(report.counters().backends(), BackendCounters::backendId);
            counters = known;
        }
        return known;
    }

    Places neighbors() {
        Places known = neighbors;
        if (known == null) {
            known = Places.of(report.neighbors(), Neighbor::backendId);
            neighbors = known;
        }
        return known;
    }
}
