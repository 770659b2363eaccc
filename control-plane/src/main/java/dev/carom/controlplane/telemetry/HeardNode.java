package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node's last report. It is indexed by whoever first looks something up: most reports are replaced unread. */
final class HeardNode {
    private final NodeReport report;
    private volatile @Nullable Index index;

    private HeardNode(NodeReport report) {
        this.report = report;
    }

    static HeardNode of(NodeReport report) {
        return new HeardNode(report);
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
