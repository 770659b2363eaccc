package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The MACs that the packet path shows are those on the wire, the inferred ones too. */
@EndToEnd
class PacketPathIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource
    void threeStepsHaveTheMacsOfTheWire(Family family, Deployment deployment) {
        Lab lab = deployment.lab();
        try (RunningService service =
                RunningService.start(deployment, family.named("path"), family.vip(187), RunningService.EQUAL)) {
            String vip = service.vip();
            List<Capture> backends = lab.hosts(HostName.backends()).stream()
                    .map(host -> Capture.start(host, lab.scratch("captures"), "tcp and host " + vip))
                    .toList();
            JsonNode path;
            try (SteadyTraffic traffic = SteadyTraffic.start(service.client(), PATIENCE)) {
                path = deployment
                        .api()
                        .get("vips/" + service.service().vipId() + "/packet-path")
                        .body();
            }
            Host balancer = lab.host(HostName.LB1);
            Host router = lab.host(HostName.ROUTER);
            JsonNode flow = path.get("explanation").get("flow");
            int port = flow.get("sourcePort").asInt();
            List<Frame> seen = backends.stream()
                    .flatMap(capture -> capture.stop().stream())
                    .toList();
            Frame request = first(seen, port, 80);
            Frame answer = first(seen, 80, port);

            assertThat(flow.get("source").asString()).isEqualTo(family.addressOf(lab.host(HostName.CLIENT)));
            JsonNode steps = path.get("steps");
            assertThat(steps.findValuesAsString("sourceMac"))
                    .containsExactly(router.mac(), balancer.mac(), answer.sourceMac());
            assertThat(steps.findValuesAsString("destinationMac"))
                    .containsExactly(balancer.mac(), request.destinationMac(), answer.destinationMac());
            assertThat(request.sourceMac()).isEqualTo(balancer.mac());
            assertThat(steps.get(0).get("inferred").size()
                            + steps.get(1).get("inferred").size())
                    .isZero();
            assertThat(steps.get(2).get("inferred").toString()).contains("DESTINATION_MAC");
        }
    }

    /** Of one connection: the request to the server's port, or the answer from it. */
    private static Frame first(List<Frame> frames, int sourcePort, int destinationPort) {
        return frames.stream()
                .filter(frame -> frame.payload() instanceof Frame.Ip packet
                        && packet.sourcePort() == sourcePort
                        && packet.destinationPort() == destinationPort)
                .findFirst()
                .orElseThrow();
    }
}
