package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node's last report. It is indexed by whoever first looks something up: most reports are replaced unread. */
final class HeardNode {
    private final NodeReport report;
    private final WholeReport whole;
    private volatile @Nullable Index index;

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

    /** Each by backend. */
    private record Index(
            Map<UUID, List<BackendHealth>> health, Map<UUID, Neighbor> neighbors, Map<UUID, BackendCounters> counters) {
        static Index of(NodeReport report) {
            return new Index(
                    report.health().stream().collect(Collectors.groupingBy(BackendHealth::backendId)),
                    report.neighbors().stream()
                            .collect(Collectors.toMap(
                                    Neighbor::backendId, Function.identity(), (first, second) -> second)),
                    report.counters().backends().stream()
                            .collect(Collectors.toMap(
                                    BackendCounters::backendId, Function.identity(), (first, second) -> second)));
        }
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
        return index().health().getOrDefault(backend, List.of());
    }

    Map<UUID, Neighbor> neighbors() {
        return index().neighbors();
    }

    Map<UUID, BackendCounters> counters() {
        return index().counters();
    }

    /** Two that come at the same time make the same. */
    private Index index() {
        Index known = index;
        if (known == null) {
            known = Index.of(report);
            index = known;
        }
        return known;
    }
}
