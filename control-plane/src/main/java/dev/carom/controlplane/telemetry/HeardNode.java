package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A node's last report, by backend. Its whole report is indexed by whoever first looks something up. */
final class HeardNode {
    private final NodeReport report;
    private final WholeReport whole;

    private HeardNode(NodeReport report, WholeReport whole) {
        this.report = report;
        this.whole = whole;
    }

    static HeardNode of(NodeReport report) {
        return new HeardNode(report, new WholeReport(report));
    }

    /** What is known of a node that has told this; empty when it tells changes to something that is not known. */
    static Optional<HeardNode> of(Told told, Optional<HeardNode> previous) {
        return switch (told) {
            case Told.Whole(NodeReport report) -> Optional.of(of(report));
            case Told.Changes changes ->
                previous.map(node -> node.whole)
                        .filter(whole -> whole.isBaseOf(changes))
                        .map(whole -> new HeardNode(whole.with(changes), whole));
        };
    }

    NodeReport report() {
        return report;
    }

    /** The last report that was told in whole. */
    NodeReport whole() {
        return whole.report();
    }

    /** The node as it was with that report. */
    HeardNode asTold() {
        return new HeardNode(whole.report(), whole);
    }

    boolean isLateAfter(HeardNode other) {
        return report.isLateAfter(other.report);
    }

    List<BackendHealth> healthOf(UUID backend) {
        return of(
                backend,
                report.health(),
                whole.report().health().size(),
                whole.places().health(),
                BackendHealth::backendId);
    }

    Optional<Neighbor> neighborOf(UUID backend) {
        return of(
                        backend,
                        report.neighbors(),
                        whole.report().neighbors().size(),
                        whole.places().neighbors(),
                        Neighbor::backendId)
                .stream()
                .findFirst();
    }

    Optional<BackendCounters> countersOf(UUID backend) {
        return of(
                        backend,
                        report.counters().backends(),
                        whole.report().counters().backends().size(),
                        whole.places().counters(),
                        BackendCounters::backendId)
                .stream()
                .findFirst();
    }

    /** @param indexed how many items stand where the whole report had them; the others came to them */
    private static <T> List<T> of(
            UUID backend, List<T> items, int indexed, Map<UUID, int[]> places, Function<T, UUID> id) {
        List<T> found = new ArrayList<>();
        for (int place : places.getOrDefault(backend, Places.NONE)) {
            found.add(items.get(place));
        }
        for (int place = indexed; place < items.size(); place++) {
            if (id.apply(items.get(place)).equals(backend)) {
                found.add(items.get(place));
            }
        }
        return found;
    }
}
