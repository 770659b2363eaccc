package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent did on the wire when its state changed can be read afterwards. */
@EndToEnd
class FlightRecorderIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void aTakeOverAndAHealthChangeHaveTheirFrames(Deployment deployment) {
        Host balancer = deployment.lab().host(HostName.LB1);
        Host backend = deployment.lab().host(HostName.BACKEND2);
        try (RunningService service =
                RunningService.start(deployment, "recorded", "10.0.0.190", RunningService.EQUAL)) {
            backend.removeLoopbackAddress(service.vip());
            try {
                Waiting.untilTrue("a change of health on record", LIMIT, () -> {
                    CaptureFile read = recording(deployment);
                    return read.tshark("frame.comment contains \"DOWN\"", "frame.comment").stream()
                            .anyMatch(comment ->
                                    comment.contains(service.service().backendId(HostName.BACKEND2)));
                });
            } finally {
                backend.addLoopbackAddress(service.vip());
            }
            CaptureFile read = recording(deployment);
            assertThat(read.capinfos()).contains("pcapng");
            assertThat(read.tshark("frame.comment contains \"takes over\"", "frame.comment"))
                    .anyMatch(comment -> comment.contains(service.vip()));
            assertThat(read.tshark("arp.src.proto_ipv4 == " + service.vip(), "eth.src"))
                    .as("the announcement")
                    .contains(balancer.mac());
            assertThat(read.tshark("not (arp or icmp or icmpv6 or vrrp)", "frame.number"))
                    .isEmpty();
            assertThat(read.tshark("frame.packet_flags_direction == 1", "frame.number"))
                    .isNotEmpty();
            assertThat(read.tshark("frame.packet_flags_direction == 2", "frame.number"))
                    .isNotEmpty();
        }
    }

    private static CaptureFile recording(Deployment deployment) {
        String node = deployment.nodeId(HostName.LB1);
        return CaptureFile.download(
                deployment, CaptureFile.start(deployment, "nodes/" + node + "/flight-recording", Map.of()));
    }
}
