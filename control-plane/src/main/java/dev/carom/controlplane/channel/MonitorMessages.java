package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.MonitorPath;
import dev.carom.contract.v1.MonitorType;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.HttpCheck;
import dev.carom.controlplane.pool.UdpCheck;
import java.util.HexFormat;

/** Health monitors for the wire. */
final class MonitorMessages {
    private MonitorMessages() {}

    static dev.carom.contract.v1.HealthMonitor monitor(HealthMonitor monitor) {
        var spec = monitor.spec();
        var message = dev.carom.contract.v1.HealthMonitor.newBuilder()
                .setId(Ids.toBytes(monitor.id()))
                .setName(spec.name())
                .setType(Twins.of(MonitorType.class, "MONITOR_TYPE", spec.type()))
                .setPath(Twins.of(MonitorPath.class, "MONITOR_PATH", spec.path()))
                .setIntervalMs(spec.intervalMs())
                .setJitterPercent(spec.jitterPercent())
                .setTimeoutMs(spec.timeoutMs())
                .setRise(spec.rise())
                .setFall(spec.fall())
                .setPort(spec.port());
        HttpCheck http = spec.http();
        if (http != null) {
            message.setHttp(http(http));
        }
        UdpCheck udp = spec.udp();
        if (udp != null) {
            message.setUdp(dev.carom.contract.v1.UdpCheck.newBuilder()
                    .setSend(ByteString.copyFrom(HexFormat.of().parseHex(udp.sendHex())))
                    .setExpect(ByteString.copyFrom(HexFormat.of().parseHex(udp.expectHex()))));
        }
        return message.build();
    }

    private static dev.carom.contract.v1.HttpCheck http(HttpCheck check) {
        return dev.carom.contract.v1.HttpCheck.newBuilder()
                .setMethod(check.method())
                .setPath(check.path())
                .setHost(check.host())
                .addAllExpectedCodes(check.expectedCodes())
                .setExpectedBody(check.expectedBody())
                .setVerifyCertificate(check.verifyCertificate())
                .build();
    }
}
