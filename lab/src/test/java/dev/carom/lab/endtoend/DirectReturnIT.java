package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.demo.Spread;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.server.RandomFile;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job: requests by way of the balancer, answers past it. */
@EndToEnd
class DirectReturnIT {
    private static final Map<HostName, Integer> WEIGHTS =
            Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 2, HostName.BACKEND3, 3);

    private static RunningService running;
    private static Lab lab;

    @BeforeAll
    static void start(Deployment deployment) {
        lab = deployment.lab();
        running = RunningService.start(deployment, "direct-return", "10.0.0.101", WEIGHTS);
        running.awaitAllBackends();
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void tenThousandConnectionsFollowTheWeightsWithinTenPercent() {
        Spread spread = Spread.of(WEIGHTS, running.client().spread(10_000, 8));

        assertThat(spread.total()).isEqualTo(10_000);
        assertThat(spread.shares())
                .allSatisfy(share -> assertThat(share.error()).isLessThanOrEqualTo(0.10));
    }

    @Test
    void clientSeesOnlyTheVip() {
        Host client = lab.host(HostName.CLIENT);
        // Connections of earlier tests may still end meanwhile, by VIPs of their own.
        String ofTheService = lab.hosts(HostName.backends()).stream()
                .map(backend -> " or host " + backend.ipv4())
                .collect(Collectors.joining("", "tcp and (host " + running.vip(), ")"));
        Capture capture = Capture.start(client, lab.scratch("captures"), ofTheService);
        running.client().spread(200, 4);

        assertThat(capture.stop())
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(addresses(frame)).isEqualTo(Set.of(client.ipv4(), running.vip())));
    }

    @Test
    void balancersSeeNoFrameOfTheReturnPath() {
        String answers = "src host %s and dst host %s"
                .formatted(running.vip(), lab.host(HostName.CLIENT).ipv4());
        List<Capture> captures = lab.hosts(HostName.balancers()).stream()
                .map(balancer -> Capture.start(balancer, lab.scratch("captures"), answers))
                .toList();
        running.client().spread(200, 4);

        assertThat(captures).allSatisfy(capture -> assertThat(capture.stop()).isEmpty());
    }

    @Test
    void twentyFourKeepAliveClientsStayOnTheirBackends() {
        List<List<String>> clients = running.client().keepAlive(24, 200);

        assertThat(clients).hasSize(24).allSatisfy(answers -> {
            assertThat(answers).hasSize(200);
            assertThat(Set.copyOf(answers)).hasSize(1).isSubsetOf(Set.of("backend1", "backend2", "backend3"));
        });
    }

    @Test
    void hundredMegabytesArriveWholeAndPastTheBalancer() {
        RandomFile file = RandomFile.create(running.deployment().files().resolve("large"), 100L * 1024 * 1024);
        Path received = lab.scratch("received").resolve("large");
        Host balancer = lab.host(HostName.LB1);
        long before = balancer.bytesReceived() + balancer.bytesSent();

        lab.host(HostName.CLIENT)
                .require(
                        Duration.ofSeconds(120),
                        "curl",
                        "-sS",
                        "-o",
                        received.toString(),
                        "http://" + running.vip() + "/files/large");

        assertThat(RandomFile.checksum(received)).isEqualTo(file.checksum());
        assertThat(balancer.bytesReceived() + balancer.bytesSent() - before)
                .isPositive()
                .isLessThan(file.bytes() / 10);
    }

    private static Set<String> addresses(Frame frame) {
        Frame.Ip packet = (Frame.Ip) frame.payload();
        return Stream.of(packet.source(), packet.destination()).collect(Collectors.toSet());
    }
}
