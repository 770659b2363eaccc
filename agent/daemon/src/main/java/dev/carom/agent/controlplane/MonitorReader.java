package dev.carom.agent.controlplane;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.contract.v1.HealthMonitor;
import dev.carom.contract.v1.HttpCheck;
import dev.carom.contract.v1.UdpCheck;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads health monitors. */
final class MonitorReader {
    private MonitorReader() {}

    static List<DesiredState.HealthMonitor> monitors(dev.carom.contract.v1.DesiredState message, Reading reading) {
        return reading.each("health-monitors", message.getMonitorsList(), HealthMonitor::getId, MonitorReader::monitor);
    }

    private static DesiredState.HealthMonitor monitor(HealthMonitor monitor) {
        return new DesiredState.HealthMonitor(
                Uuids.of(monitor.getId()),
                monitor.getName(),
                Reading.named(monitor.getType(), DesiredState.MonitorType.class, DesiredState.MonitorType.TCP),
                Reading.named(monitor.getPath(), DesiredState.MonitorPath.class, DesiredState.MonitorPath.DSR),
                positive("interval", monitor.getIntervalMs()),
                Math.clamp(monitor.getJitterPercent(), 0, 50),
                positive("timeout", monitor.getTimeoutMs()),
                Math.max(1, monitor.getRise()),
                Math.max(1, monitor.getFall()),
                monitor.getPort(),
                monitor.hasHttp() ? Optional.of(http(monitor.getHttp())) : Optional.empty(),
                monitor.hasUdp() ? Optional.of(udp(monitor.getUdp())) : Optional.empty());
    }

    private static Duration positive(String name, long millis) {
        if (millis <= 0) {
            throw new IllegalArgumentException("the " + name + " of a monitor is " + millis + " ms");
        }
        return Duration.ofMillis(millis);
    }

    private static DesiredState.HttpCheck http(HttpCheck http) {
        return new DesiredState.HttpCheck(
                http.getMethod(),
                http.getPath(),
                http.getHost(),
                http.getExpectedCodesList(),
                http.getExpectedBody(),
                http.getVerifyCertificate());
    }

    private static DesiredState.UdpCheck udp(UdpCheck udp) {
        HexFormat hex = HexFormat.of();
        return new DesiredState.UdpCheck(
                hex.formatHex(udp.getSend().toByteArray()),
                hex.formatHex(udp.getExpect().toByteArray()));
    }
}
