package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A node's last report, with what is looked up in it by backend. */
record HeardNode(
        NodeReport report,
        Map<UUID, List<BackendHealth>> health,
        Map<UUID, Neighbor> neighbors,
        Map<UUID, BackendCounters> counters) {

    static HeardNode of(NodeReport report) {
        return new HeardNode(
                report,
                report.health().stream().collect(Collectors.groupingBy(BackendHealth::backendId)),
                report.neighbors().stream()
                        .collect(Collectors.toMap(Neighbor::backendId, Function.identity(), (first, second) -> second)),
                report.counters().backends().stream()
                        .collect(Collectors.toMap(
                                BackendCounters::backendId, Function.identity(), (first, second) -> second)));
    }

    List<BackendHealth> healthOf(UUID backend) {
        return health.getOrDefault(backend, List.of());
    }
}
