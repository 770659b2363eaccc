package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.diagnosis.FindingSource;
import dev.carom.controlplane.diagnosis.OpenFinding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** This replica's copy of each node's last report; the database has them for all replicas. */
@Component
public class NodeReports implements FindingSource {
    /** Three digests that did not come: what was reported is no longer known to hold. */
    public static final Duration STALE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<UUID, HeardNode> latest = new ConcurrentHashMap<>();
    private final Set<ReportStore.Key> arriving = ConcurrentHashMap.newKeySet();

    NodeReports(Clock clock) {
        this.clock = clock;
    }

    /** A late or repeated report of the same boot is ignored. */
    void accept(HeardNode node) {
        latest.merge(node.report().nodeId(), node, (present, heard) -> heard.isLateAfter(present) ? present : heard);
    }

    /** While this replica stores a report, the database's word of it is no news. */
    void whileArriving(ReportStore.Key key, Runnable storing) {
        arriving.add(key);
        try {
            storing.run();
        } finally {
            arriving.remove(key);
        }
    }

    boolean isArriving(ReportStore.Key key) {
        return arriving.contains(key);
    }

    /** However old; see {@link NodeReport#receivedAt}. */
    public Optional<NodeReport> latest(UUID node) {
        return heard(node).map(HeardNode::report);
    }

    /** Unless it is too old to be believed. */
    public Optional<NodeReport> fresh(UUID node) {
        return latest(node).filter(this::isFresh);
    }

    /** What the node has counted, however long ago it said so; empty before its first report. */
    public Optional<NodeCounters> counters(UUID node) {
        return latest(node).map(report -> NodeCounters.of(report, isFresh(report)));
    }

    Optional<HeardNode> heard(UUID node) {
        return Optional.ofNullable(latest.get(node));
    }

    /** Whether a report is young enough to be believed. */
    boolean isFresh(NodeReport report) {
        return report.receivedAt().isAfter(clock.instant().minus(STALE));
    }

    /** The nodes whose reports are young enough to be believed. */
    Map<UUID, HeardNode> heardLately() {
        return latest.entrySet().stream()
                .filter(entry -> isFresh(entry.getValue().report()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The reports that are young enough to be believed. */
    public List<NodeReport> fresh() {
        return heardLately().values().stream().map(HeardNode::report).toList();
    }

    /** Forgets the nodes that are no more. */
    void retain(Set<UUID> nodes) {
        latest.keySet().retainAll(nodes);
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
