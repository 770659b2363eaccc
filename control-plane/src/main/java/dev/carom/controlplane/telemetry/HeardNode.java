package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
                        .flatMap(whole -> whole.with(changes).map(report -> new HeardNode(report, whole)));
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

    /** On each listener that leads to the backend. */
    List<BackendHealth> healthOf(UUID backend) {
        return whole.health().of(backend, report.health());
    }

    Optional<Neighbor> neighborOf(UUID backend) {
        return whole.neighbors().of(backend, report.neighbors()).stream().findFirst();
    }

    Optional<BackendCounters> countersOf(UUID backend) {
        return whole.counters().of(backend, report.counters().backends()).stream()
                .findFirst();
    }
}
