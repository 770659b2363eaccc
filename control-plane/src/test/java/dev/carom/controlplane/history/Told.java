package dev.carom.controlplane.history;

import dev.carom.controlplane.telemetry.NodeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Reports that tell of counters alone. */
public final class Told {
    private Told() {}

    static NodeReport.VipCounters vip(UUID id, long packets) {
        return new NodeReport.VipCounters(id, packets, packets * 100, packets / 10);
    }

    static NodeReport.BackendCounters backend(UUID id, long packets, long flows) {
        return new NodeReport.BackendCounters(id, packets, packets * 100, packets / 10, flows);
    }

    static NodeReport report(
            UUID node,
            String boot,
            Instant at,
            List<NodeReport.VipCounters> vips,
            List<NodeReport.BackendCounters> backends) {
        return new NodeReport(
                node,
                boot,
                at.toEpochMilli(),
                null,
                at,
                Duration.ZERO,
                List.of(),
                new NodeReport.Counters(vips, List.of(), backends, List.of(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static NodeReport report(UUID node, Instant at, UUID vip, long packets) {
        return report(node, "boot", at, List.of(vip(vip, packets)), List.of());
    }

    /** Has the application write what it heard, as if the minutes were over. */
    public static void writeAll(ApplicationContext application) {
        application.getBean(HistoryWriter.class).writeAll();
    }
}
