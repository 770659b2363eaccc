package dev.carom.controlplane.telemetry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a node has counted.
 *
 * @param boot random at each start of the agent: counters are absolute since then
 * @param flows remembered now
 */
@Schema(name = "NodeCounters")
public record NodeCounters(
        UUID nodeId,
        String boot,
        Instant receivedAt,

        @Schema(description = "Whether the node has reported within 30 s: otherwise it has counted on since.")
        boolean fresh,

        long flows,
        List<NodeReport.VipCounters> vips,
        List<NodeReport.ListenerCounters> listeners,
        List<NodeReport.BackendCounters> backends,

        @Schema(description = "Packets that were dropped, passed or answered, by reason.")
        List<NodeReport.ReasonCounter> reasons) {
    public NodeCounters {
        vips = List.copyOf(vips);
        listeners = List.copyOf(listeners);
        backends = List.copyOf(backends);
        reasons = List.copyOf(reasons);
    }

    static NodeCounters of(NodeReport report, boolean fresh) {
        return new NodeCounters(
                report.nodeId(),
                report.boot(),
                report.receivedAt(),
                fresh,
                report.counters().flows(),
                report.counters().vips(),
                report.counters().listeners(),
                report.counters().backends(),
                report.counters().reasons());
    }
}
