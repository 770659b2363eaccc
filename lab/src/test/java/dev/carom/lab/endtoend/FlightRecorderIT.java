package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an agent did on the wire when its state changed can be read afterwards. */
@EndToEnd
class FlightRecorderIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Before the listener is there, nobody knows it for a backend. */
    private static final Pattern OF_THE_ANSWER = Pattern.compile("(BACKEND_ANSWERS_ARP|FOREIGN_OWNER) of ");

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

    /** A backend that answers ARP is found when its VIP is first claimed: the answer is what led to the finding. */
    @Test
    void aFindingHasTheFramesThatLedToIt(Deployment deployment) {
        Host backend = deployment.lab().host(HostName.BACKEND2);
        String vip = "10.0.0.191";
        backend.namespace().sysctl(List.of("net.ipv4.conf.all.arp_ignore=0", "net.ipv4.conf.eth0.arp_ignore=0"));
        try (RunningService service =
                RunningService.create(deployment, new ServicePlan("found", vip, 80, RunningService.EQUAL))) {
            CaptureFile read = Waiting.until(
                    "a finding on record",
                    LIMIT,
                    () -> Optional.of(recording(deployment))
                            .filter(recorded -> comments(recorded)
                                    .anyMatch(comment ->
                                            OF_THE_ANSWER.matcher(comment).find())));
            assertThat(read.tshark("arp.opcode == 2 and arp.src.proto_ipv4 == " + vip, "eth.src"))
                    .as("who answered for " + service.vip())
                    .contains(backend.mac());
        } finally {
            backend.namespace().sysctl(List.of("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.eth0.arp_ignore=1"));
        }
    }

    private static Stream<String> comments(CaptureFile recorded) {
        return recorded.tshark("frame.comment", "frame.comment").stream();
    }

    private static CaptureFile recording(Deployment deployment) {
        String node = deployment.nodeId(HostName.LB1);
        return CaptureFile.download(
                deployment, CaptureFile.start(deployment, "nodes/" + node + "/flight-recording", Map.of()));
    }
}
