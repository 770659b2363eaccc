package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.diagnosis.Finding;
import dev.carom.controlplane.pool.MonitorPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one agent said last.
 *
 * @param boot random at each start of the agent; counters are absolute since then
 * @param sequence counts the reports of a boot
 * @param judgedBy the state that it judges by; absent before its first
 * @param clockSkew how far the agent's clock is ahead of ours, travel time included
 */
public record NodeReport(
        UUID nodeId,
        String boot,
        long sequence,
        @Nullable RevisionId judgedBy,
        Instant receivedAt,
        Duration clockSkew,
        List<BackendHealth> health,
        Counters counters,
        List<ReportedFinding> findings,
        List<Engine> engines,
        List<RouterRole> virtualRouters,
        List<Neighbor> neighbors) {

    /** This report, if it told these of backends. */
    NodeReport with(List<BackendHealth> judged, List<BackendCounters> counted, List<Neighbor> seen) {
        Counters all =
                new Counters(counters.vips(), counters.listeners(), counted, counters.reasons(), counters.flows());
        return new NodeReport(
                nodeId,
                boot,
                sequence,
                judgedBy,
                receivedAt,
                clockSkew,
                judged,
                all,
                findings,
                engines,
                virtualRouters,
                seen);
    }

    /** Whether the node sent this before the other one, or it is the same. */
    boolean isLateAfter(NodeReport other) {
        return boot.equals(other.boot) && sequence <= other.sequence;
    }

    public enum HealthState {
        UP,
        DOWN,
        UNKNOWN
    }

    /** @param since when the state began, by our clock */
    public record BackendHealth(
            UUID listenerId, UUID backendId, HealthState state, Instant since, String reason, MonitorPath path) {}

    /** Absolute since the boot, but for flows, which are remembered now. */
    public record Counters(
            List<VipCounters> vips,
            List<ListenerCounters> listeners,
            List<BackendCounters> backends,
            List<ReasonCounter> reasons,
            long flows) {}

    public record VipCounters(UUID vipId, long packets, long bytes, long newFlows) {}

    /** @param dropped packets that reached the listener and no backend */
    public record ListenerCounters(UUID listenerId, long packets, long bytes, long newFlows, long dropped) {}

    public record BackendCounters(UUID backendId, long packets, long bytes, long newFlows, long flows) {}

    public record ReasonCounter(String reason, long packets) {}

    public record ReportedFinding(Finding finding, Instant since) {}

    /** @param mode {@code XDP_NATIVE}, {@code XDP_GENERIC} or {@code PCAP} */
    public record Engine(String interfaceName, String mode, String reason, boolean ready) {}

    public record RouterRole(UUID virtualRouterId, boolean owner, Instant since) {}

    /** @param confirmedAt when the wire last showed it */
    public record Neighbor(UUID backendId, String mac, Instant confirmedAt) {}
}
