package dev.carom.controlplane.history;

import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReports;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
        NodeReport.Counters now = report.counters();
        boolean sameBoot = previous.boot().equals(report.boot());
        var vips = new Earlier<>(sameBoot ? previous.counters().vips() : List.of(), NodeReport.VipCounters::vipId);
        var backends = new Earlier<>(sameBoot ? previous.counters().backends() : List.of(), BackendCounters::backendId);
        Map<UUID, Amounts> amounts =
                HashMap.newHashMap(now.vips().size() + now.backends().size() + 1);
        Amounts all = Amounts.NONE;
        for (int i = 0; i < now.vips().size(); i++) {
            NodeReport.VipCounters vip = now.vips().get(i);
            NodeReport.VipCounters before = vips.of(i, vip);
            Amounts done = before == null ? of(vip) : of(vip).since(of(before));
            amounts.put(vip.vipId(), done);
            all = all.plus(done);
        }
        for (int i = 0; i < now.backends().size(); i++) {
            BackendCounters backend = now.backends().get(i);
            BackendCounters before = backends.of(i, backend);
            if (before == backend && backend.flows() == 0) {
                continue; // What is not told anew is the very same object.
            }
            Amounts done = before == null ? of(backend) : of(backend).since(of(before));
            if (!done.isIdle()) {
                amounts.put(backend.backendId(), done);
            }
        }
        amounts.put(report.nodeId(), new Amounts(all.packets(), all.bytes(), all.newFlows(), now.flows()));
        return Optional.of(new Stretch(report.nodeId(), previous.receivedAt(), report.receivedAt(), amounts));
    }

    private static Amounts of(NodeReport.VipCounters vip) {
        return new Amounts(vip.packets(), vip.bytes(), vip.newFlows(), null);
    }

    private static Amounts of(BackendCounters backend) {
        return new Amounts(backend.packets(), backend.bytes(), backend.newFlows(), backend.flows());
    }
}
