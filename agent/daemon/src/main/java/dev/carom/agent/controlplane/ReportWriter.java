package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.contract.v1.BackendHealth;
import dev.carom.contract.v1.Engine;
import dev.carom.contract.v1.EngineMode;
import dev.carom.contract.v1.Finding;
import dev.carom.contract.v1.MonitorPath;
import dev.carom.contract.v1.Neighbor;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.RevisionId;
import dev.carom.contract.v1.VirtualRouterState;
import java.time.Duration;
import java.time.Instant;

/** Writes a node's snapshot as the contract's message. Ages are counted to {@code now}. */
final class ReportWriter {
    private ReportWriter() {}

    static ReportRequest write(NodeSnapshot snapshot, Instant now) {
        ReportRequest.Builder report = ReportRequest.newBuilder()
                .setClockMs(now.toEpochMilli())
                .setCounters(CountersWriter.write(snapshot.counters()));
        snapshot.running()
                .state()
                .ifPresent(state -> report.setId(RevisionId.newBuilder()
                        .setEpoch(state.id().epoch())
                        .setRevision(state.id().revision())));
        snapshot.health().stream()
                .filter(HealthState::decides)
                .forEach(health -> report.addHealth(health(health, now)));
        snapshot.findings().forEach(finding -> report.addFindings(finding(finding, now)));
        snapshot.interfaces()
                .forEach(attached ->
                        report.addMacs(ByteString.copyFrom(attached.mac().toBytes())));
        snapshot.engines().forEach(engine -> report.addEngines(engine(engine)));
        snapshot.neighbors().forEach(neighbor -> report.addNeighbors(neighbor(neighbor)));
        snapshot.running()
                .roles()
                .forEach((router, role) -> report.addVirtualRouters(VirtualRouterState.newBuilder()
                        .setVirtualRouterId(Uuids.toBytes(router))
                        .setOwner(role.owner())
                        .setSinceMsAgo(age(role.since(), now))));
        return report.build();
    }

    private static BackendHealth health(HealthState health, Instant now) {
        return BackendHealth.newBuilder()
                .setListenerId(Uuids.toBytes(health.listener()))
                .setBackendId(Uuids.toBytes(health.backend()))
                .setState(dev.carom.contract.v1.HealthState.valueOf(
                        "HEALTH_STATE_" + health.health().name()))
                .setSinceMsAgo(age(health.since(), now))
                .setReason(health.reason())
                .setPath(MonitorPath.valueOf("MONITOR_PATH_" + health.path().name()))
                .build();
    }

    private static Finding finding(dev.carom.agent.reconcile.Finding finding, Instant now) {
        return Finding.newBuilder()
                .setCode(finding.code().name())
                .setResource(finding.resource())
                .setSummary(finding.summary())
                .setEvidence(finding.evidence())
                .setRemedy(finding.remedy())
                .setSinceMsAgo(age(finding.since(), now))
                .build();
    }

    private static Engine engine(InterfaceStatus status) {
        return Engine.newBuilder()
                .setInterface(status.interfaceName())
                .setMode(EngineMode.valueOf("ENGINE_MODE_" + status.mode().name()))
                .setReady(status.ready())
                .setReason(status.reason())
                .build();
    }

    private static Neighbor neighbor(NeighborLearned neighbor) {
        return Neighbor.newBuilder()
                .setBackendId(Uuids.toBytes(neighbor.backend()))
                .setMac(ByteString.copyFrom(neighbor.mac().toBytes()))
                .setAgeMs(neighbor.age().toMillis())
                .build();
    }

    /** Never negative: the wall clock may have been set back. */
    private static long age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMillis());
    }
}
