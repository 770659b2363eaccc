package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.diagnosis.FindingSource;
import dev.carom.controlplane.diagnosis.OpenFinding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The last report of each node, in memory: agents repeat themselves every 10 s, so a restart loses little. */
@Component
public class NodeReports implements FindingSource {
    /** Three digests that did not come: what was reported is no longer known to hold. */
    public static final Duration STALE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<UUID, NodeReport> latest = new ConcurrentHashMap<>();

    NodeReports(Clock clock) {
        this.clock = clock;
    }

    /** A late or repeated report of the same boot is ignored. */
    public void accept(NodeReport report) {
        latest.merge(report.nodeId(), report, NodeReports::newer);
    }

    private static NodeReport newer(NodeReport present, NodeReport report) {
        boolean late = present.boot().equals(report.boot()) && report.sequence() <= present.sequence();
        return late ? present : report;
    }

    /** However old; see {@link NodeReport#receivedAt}. */
    public Optional<NodeReport> latest(UUID node) {
        return Optional.ofNullable(latest.get(node));
    }

    /** The reports that are young enough to be believed. */
    public List<NodeReport> fresh() {
        var oldest = clock.instant().minus(STALE);
        return latest.values().stream()
                .filter(report -> report.receivedAt().isAfter(oldest))
                .toList();
    }

    /** Forgets a node that is no more. */
    public void forget(UUID node) {
        latest.remove(node);
    }

    @Override
    public List<OpenFinding> open() {
        return fresh().stream()
                .flatMap(report -> report.findings().stream().map(each -> opened(report, each)))
                .toList();
    }

    private static OpenFinding opened(NodeReport report, NodeReport.ReportedFinding reported) {
        var finding = reported.finding();
        String name = report.nodeId() + "/" + finding.code() + "/" + finding.resource();
        return new OpenFinding(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), finding, reported.since());
    }
}
