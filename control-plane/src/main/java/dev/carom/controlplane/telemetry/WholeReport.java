package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Counters;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node's last whole report. Those that tell changes to it keep its order, and what it holds already. */
final class WholeReport {
    private final NodeReport report;
    private volatile @Nullable Places places;

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

    /** All that there is at the time of the changes. */
    NodeReport with(Told.Changes changes) {
        NodeReport told = changes.report();
        Places known = places();
        return new NodeReport(
                told.nodeId(),
                told.boot(),
                told.sequence(),
                told.judgedBy(),
                told.receivedAt(),
                told.clockSkew(),
                replaced(
                        report.health(),
                        told.health(),
                        known.health(),
                        BackendHealth::backendId,
                        BackendHealth::listenerId),
                new Counters(
                        told.counters().vips(),
                        told.counters().listeners(),
                        replaced(
                                report.counters().backends(),
                                told.counters().backends(),
                                known.counters(),
                                BackendCounters::backendId,
                                BackendCounters::backendId),
                        told.counters().reasons(),
                        told.counters().flows()),
                told.findings(),
                told.engines(),
                told.virtualRouters(),
                replaced(
                        confirmed(report.neighbors(), changes.confirmedAt()),
                        told.neighbors(),
                        known.neighbors(),
                        Neighbor::backendId,
                        Neighbor::backendId));
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

    /** @param part what tells the items of one backend apart */
    private static <T> List<T> replaced(
            List<T> whole,
            List<T> changes,
            Map<UUID, int[]> places,
            Function<T, UUID> backend,
            Function<T, UUID> part) {
        if (changes.isEmpty()) {
            return whole;
        }
        List<T> items = new ArrayList<>(whole);
        for (T change : changes) {
            int known = -1;
            for (int place : places.getOrDefault(backend.apply(change), Places.NONE)) {
                known = part.apply(whole.get(place)).equals(part.apply(change)) ? place : known;
            }
            if (known < 0) {
                items.add(change);
            } else {
                items.set(known, change);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** Two that come at the same time make the same. */
    Places places() {
        Places known = places;
        if (known == null) {
            known = Places.of(report);
            places = known;
        }
        return known;
    }
}
