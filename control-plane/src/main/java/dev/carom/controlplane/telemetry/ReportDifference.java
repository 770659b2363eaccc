package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.NodeReport.ReportedFinding;
import dev.carom.controlplane.telemetry.NodeReport.RouterRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became different between two reports of a node. Pure.
 *
 * @param health judgements that changed
 * @param tookOver virtual routers that the node owns now and did not before
 */
record ReportDifference(
        List<BackendHealth> health,
        List<ReportedFinding> opened,
        List<ReportedFinding> closed,
        List<RouterRole> tookOver) {

    private record Problem(String code, String resource) {
        static Problem of(ReportedFinding reported) {
            return new Problem(reported.finding().code(), reported.finding().resource());
        }
    }

    /** Before a node's first report nothing is known: only what is wrong is news then. */
    static ReportDifference between(@Nullable NodeReport before, NodeReport now) {
        return new ReportDifference(
                health(before, now),
                before == null ? now.findings() : missing(now.findings(), before.findings()),
                before == null ? List.of() : missing(before.findings(), now.findings()),
                before == null ? List.of() : tookOver(before, now));
    }

    private static List<BackendHealth> health(@Nullable NodeReport before, NodeReport now) {
        if (before != null && isUnchanged(before.health(), now.health())) {
            return List.of();
        }
        Map<Probed, HealthState> states = new HashMap<>();
        if (before != null) {
            before.health().forEach(each -> states.put(Probed.of(each), each.state()));
        }
        return now.health().stream()
                .filter(each -> each.state() != states.getOrDefault(Probed.of(each), HealthState.UNKNOWN))
                .filter(each -> before != null || each.state() == HealthState.DOWN)
                .toList();
    }

    /** Nodes go through their backends in the same order as long as nothing changes, which is nearly always. */
    private static boolean isUnchanged(List<BackendHealth> before, List<BackendHealth> now) {
        return before == now
                || before.size() == now.size()
                        && IntStream.range(0, now.size())
                                .allMatch(i -> before.get(i) == now.get(i) || isUnchanged(before.get(i), now.get(i)));
    }

    private static boolean isUnchanged(BackendHealth before, BackendHealth now) {
        return before.state() == now.state() && Probed.of(before).equals(Probed.of(now));
    }

    private static List<ReportedFinding> missing(List<ReportedFinding> from, List<ReportedFinding> in) {
        Set<Problem> there = new HashSet<>();
        in.forEach(each -> there.add(Problem.of(each)));
        return from.stream().filter(each -> !there.contains(Problem.of(each))).toList();
    }

    private static List<RouterRole> tookOver(NodeReport before, NodeReport now) {
        Set<UUID> owned = new HashSet<>();
        before.virtualRouters().stream().filter(RouterRole::owner).forEach(role -> owned.add(role.virtualRouterId()));
        return now.virtualRouters().stream()
                .filter(role -> role.owner() && !owned.contains(role.virtualRouterId()))
                .toList();
    }

    boolean isEmpty() {
        return health.isEmpty() && opened.isEmpty() && closed.isEmpty() && tookOver.isEmpty();
    }
}
