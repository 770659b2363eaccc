package dev.carom.controlplane.history;

import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReports;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one node did between two of its reports.
 *
 * @param amounts by series: every VIP, the backends with traffic, and the node itself with all of its VIPs
 */
record Stretch(UUID nodeId, Instant from, Instant until, Map<UUID, Amounts> amounts) {
    /**
     * Empty when the reports are too far apart to say when what they count was done. Counters of another boot began
     * at nothing within the time between them.
     */
    static Optional<Stretch> between(NodeReport previous, NodeReport report) {
        Duration apart = Duration.between(previous.receivedAt(), report.receivedAt());
        if (apart.compareTo(NodeReports.STALE) > 0) {
            return Optional.empty();
        }
        boolean sameBoot = previous.boot().equals(report.boot());
        Map<UUID, Amounts> before = sameBoot ? counted(previous) : Map.of();
        Map<UUID, Amounts> amounts = new HashMap<>();
        Amounts all = Amounts.NONE;
        for (var vip : report.counters().vips()) {
            Amounts done = of(vip).since(before.getOrDefault(vip.vipId(), Amounts.NONE));
            amounts.put(vip.vipId(), done);
            all = all.plus(done);
        }
        for (var backend : report.counters().backends()) {
            Amounts done = of(backend).since(before.getOrDefault(backend.backendId(), Amounts.NONE));
            if (!done.isIdle()) {
                amounts.put(backend.backendId(), done);
            }
        }
        long flows = report.counters().flows();
        amounts.put(report.nodeId(), new Amounts(all.packets(), all.bytes(), all.newFlows(), flows));
        return Optional.of(new Stretch(report.nodeId(), previous.receivedAt(), report.receivedAt(), amounts));
    }

    private static Map<UUID, Amounts> counted(NodeReport report) {
        Map<UUID, Amounts> counted = new HashMap<>();
        report.counters().vips().forEach(vip -> counted.put(vip.vipId(), of(vip)));
        report.counters().backends().forEach(backend -> counted.put(backend.backendId(), of(backend)));
        return counted;
    }

    private static Amounts of(NodeReport.VipCounters vip) {
        return new Amounts(vip.packets(), vip.bytes(), vip.newFlows(), null);
    }

    private static Amounts of(NodeReport.BackendCounters backend) {
        return new Amounts(backend.packets(), backend.bytes(), backend.newFlows(), backend.flows());
    }
}
