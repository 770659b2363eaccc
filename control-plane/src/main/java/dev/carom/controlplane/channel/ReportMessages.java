package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.EngineMode;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.diagnosis.Finding;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Reports from the wire. Ages become moments of this host's clock, so that a skewed agent harms nothing. */
final class ReportMessages {
    private static final HexFormat MAC = HexFormat.ofDelimiter(":");
    private static final Duration OLDEST = Duration.ofDays(3_650);

    private ReportMessages() {}

    /** @throws IllegalArgumentException if an id is none */
    static Told.Changes toDomain(UUID node, ReportChangesRequest request, Instant now) {
        return new Told.Changes(
                toDomain(node, request.getReport(), now), request.getSince(), ago(now, request.getConfirmedMs()));
    }

    /** @throws IllegalArgumentException if an id is none */
    static NodeReport toDomain(UUID node, ReportRequest request, Instant now) {
        return new NodeReport(
                node,
                HexFormat.of().formatHex(request.getBootId().toByteArray()),
                request.getSequence(),
                request.hasId() ? Messages.revisionId(request.getId()) : null,
                now,
                Duration.between(now, Instant.ofEpochMilli(request.getClockMs())),
                request.getHealthList().stream()
                        .map(health -> new NodeReport.BackendHealth(
                                Ids.fromBytes(health.getListenerId()),
                                Ids.fromBytes(health.getBackendId()),
                                state(health.getState()),
                                ago(now, health.getSinceMsAgo()),
                                health.getReason(),
                                path(health.getPath())))
                        .toList(),
                counters(request.getCounters()),
                request.getFindingsList().stream()
                        .map(finding -> new NodeReport.ReportedFinding(
                                new Finding(
                                        finding.getCode(),
                                        resource(node, finding.getResource()),
                                        finding.getSummary(),
                                        finding.getEvidence(),
                                        finding.getRemedy()),
                                ago(now, finding.getSinceMsAgo())))
                        .toList(),
                request.getEnginesList().stream()
                        .map(engine -> new NodeReport.Engine(
                                engine.getInterface(), mode(engine.getMode()), engine.getReason(), engine.getReady()))
                        .toList(),
                request.getVirtualRoutersList().stream()
                        .map(router -> new NodeReport.RouterRole(
                                Ids.fromBytes(router.getVirtualRouterId()),
                                router.getOwner(),
                                ago(now, router.getSinceMsAgo())))
                        .toList(),
                request.getNeighborsList().stream()
                        .map(neighbor -> new NodeReport.Neighbor(
                                Ids.fromBytes(neighbor.getBackendId()),
                                mac(neighbor.getMac()),
                                ago(now, neighbor.getAgeMs())))
                        .toList());
    }

    /** @throws IllegalArgumentException if a MAC address is none */
    static List<MacAddress> macs(ReportRequest request) {
        return request.getMacsList().stream()
                .map(mac -> MacAddress.parse(mac(mac)))
                .toList();
    }

    /** An age is at most ten years, and never negative, whatever is told. */
    private static Instant ago(Instant now, long millis) {
        return now.minusMillis(Math.clamp(millis, 0, OLDEST.toMillis()));
    }

    /** What an agent says of itself, or of one of its interfaces, is said of the node. */
    private static String resource(UUID node, String told) {
        return told.isEmpty() ? "nodes/" + node : told.startsWith("interfaces/") ? "nodes/" + node + "/" + told : told;
    }

    private static NodeReport.Counters counters(dev.carom.contract.v1.Counters counters) {
        return new NodeReport.Counters(
                counters.getVipsList().stream()
                        .map(vip -> new NodeReport.VipCounters(
                                Ids.fromBytes(vip.getVipId()), vip.getPackets(), vip.getBytes(), vip.getNewFlows()))
                        .toList(),
                counters.getListenersList().stream()
                        .map(listener -> new NodeReport.ListenerCounters(
                                Ids.fromBytes(listener.getListenerId()),
                                listener.getPackets(),
                                listener.getBytes(),
                                listener.getNewFlows(),
                                listener.getDropped()))
                        .toList(),
                counters.getBackendsList().stream()
                        .map(backend -> new NodeReport.BackendCounters(
                                Ids.fromBytes(backend.getBackendId()),
                                backend.getPackets(),
                                backend.getBytes(),
                                backend.getNewFlows(),
                                backend.getFlows()))
                        .toList(),
                counters.getReasonsList().stream()
                        .map(reason -> new NodeReport.ReasonCounter(reason.getReason(), reason.getPackets()))
                        .toList(),
                counters.getFlows());
    }

    private static HealthState state(dev.carom.contract.v1.HealthState state) {
        return switch (state) {
            case HEALTH_STATE_UP -> HealthState.UP;
            case HEALTH_STATE_DOWN -> HealthState.DOWN;
            case HEALTH_STATE_UNKNOWN, HEALTH_STATE_UNSPECIFIED, UNRECOGNIZED -> HealthState.UNKNOWN;
        };
    }

    private static MonitorPath path(dev.carom.contract.v1.MonitorPath path) {
        return switch (path) {
            case MONITOR_PATH_DIRECT -> MonitorPath.DIRECT;
            case MONITOR_PATH_BOTH -> MonitorPath.BOTH;
            case MONITOR_PATH_DSR, MONITOR_PATH_UNSPECIFIED, UNRECOGNIZED -> MonitorPath.DSR;
        };
    }

    private static String mode(EngineMode mode) {
        return switch (mode) {
            case ENGINE_MODE_XDP_NATIVE -> "XDP_NATIVE";
            case ENGINE_MODE_XDP_GENERIC -> "XDP_GENERIC";
            case ENGINE_MODE_PCAP, ENGINE_MODE_UNSPECIFIED, UNRECOGNIZED -> "PCAP";
        };
    }

    private static String mac(ByteString mac) {
        return MAC.formatHex(mac.toByteArray());
    }
}
