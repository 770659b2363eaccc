package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Agent;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Output;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Captures are taken on the owner of the VIP, and open in Wireshark's programs. */
@EndToEnd
class CaptureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Deployment deployment;
    private static BothFamilies services;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        services = BothFamilies.start(family ->
                RunningService.start(shared, family.named("captured"), family.vip(189), RunningService.EQUAL));
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreCapturedAsTheyComeAndAsTheyLeave(Family family) {
        RunningService service = services.of(family);
        CaptureFile captured;
        try (SteadyTraffic traffic = SteadyTraffic.start(service.client(), PATIENCE)) {
            String id = capture(service, Map.of("seconds", 2, "filter", "tcp dst port 80"));
            captured = CaptureFile.download(deployment, id);
        }
        long frames = captured.capture().get("frames").asLong();
        assertThat(captured.capinfos()).contains("pcapng").contains("\t" + frames);
        Host balancer = deployment.lab().host(HostName.LB1);
        String router = deployment.lab().host(HostName.ROUTER).mac();
        List<String> macs = captured.tshark("tcp.flags.syn == 1", "eth.src", "eth.dst");
        assertThat(macs).contains(router + "\t" + balancer.mac());
        Stream<String> backends =
                deployment.lab().hosts(HostName.backends()).stream().map(Host::mac);
        assertThat(macs)
                .containsAnyElementsOf(
                        backends.map(mac -> balancer.mac() + "\t" + mac).toList());
        assertThat(captured.tshark("not tcp.dstport == 80", "frame.number")).isEmpty();
        assertThat(captured.tshark("frame.packet_flags_direction == 2", "frame.number"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theNodeCapturesByItself(Family family) {
        RunningService service = services.of(family);
        Path file = deployment.lab().scratch("downloads").resolve("node-" + family + ".pcapng");
        Agent agent = deployment.agent(HostName.LB1);
        try (SteadyTraffic traffic = SteadyTraffic.start(service.client(), PATIENCE)) {
            Output said = agent.command("capture", "--seconds", "2", service.vip(), file.toString());
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(traffic.stop()).isEmpty();
        }
        CaptureFile captured = new CaptureFile(MissingNode.getInstance(), file);
        assertThat(captured.capinfos()).contains("pcapng");
        assertThat(captured.tshark("tcp.flags.syn == 1 and frame.packet_flags_direction == 2", "eth.src"))
                .containsOnly(agent.host().mac());
        Output refused = agent.command("capture", "--filter", "nonsense", service.vip(), file + ".none");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).startsWith("carom-agent: not a filter of pcap-filter(7)");
        assertThat(Path.of(file + ".none")).doesNotExist();
    }

    @Test
    void aFullFileEndsTheCaptureWithinItsBytes() {
        RunningService service = services.of(Family.IPV4);
        try (SteadyTraffic traffic = SteadyTraffic.start(service.client(), PATIENCE)) {
            CaptureFile captured =
                    CaptureFile.download(deployment, capture(service, Map.of("seconds", 60, "bytes", 4_096)));
            assertThat(captured.capture().get("full").asBoolean()).isTrue();
            assertThat(captured.file().toFile().length())
                    .isLessThanOrEqualTo(4_096)
                    .isPositive();
            assertThat(captured.capinfos()).contains("pcapng");
        }
    }

    @Test
    void aFilterHoldsToTheVipAndMustBeOne() {
        RunningService service = services.of(Family.IPV4);
        String id = capture(service, Map.of("filter", "tcp) or (tcp"));
        JsonNode refused = CaptureFile.ended(deployment.api(), id);
        assertThat(refused.get("code").asString()).isEqualTo("BAD_FILTER");
        assertThat(refused.get("message").asString()).contains("pcap-filter(7)");
        deployment.api().delete("captures/" + id);
    }

    @Test
    void nothingIsLeftOnANodeThatIsKilledMeanwhile() {
        RunningService service = services.of(Family.IPV4);
        Agent agent = deployment.agent(HostName.LB1);
        Host balancer = agent.host();
        long sockets = sockets(balancer);
        String id = capture(service, Map.of("seconds", 60));
        Waiting.untilTrue("the capture's socket", Duration.ofSeconds(60), () -> sockets(balancer) > sockets);
        agent.kill();
        try {
            Waiting.untilTrue("no socket of packets", Duration.ofSeconds(60), () -> sockets(balancer) == 0);
            assertThat(balancer.require(
                            "find",
                            deployment.lab().scratch(HostName.LB1.label()).toString(),
                            "-name",
                            "*.pcap*"))
                    .isBlank();
        } finally {
            agent.restart();
            deployment.api().delete("captures/" + id);
        }
        service.client().waitForAnswer("the node to forward again", Duration.ofSeconds(60), Optional::isPresent);
        assertThat(deployment.api().get("captures").body().get("items").toString())
                .doesNotContain(id);
    }

    /** How many programs look at packets on the host. */
    private static long sockets(Host host) {
        return host.require("cat", "/proc/net/packet").lines().count() - 1;
    }

    private static String capture(RunningService service, Map<String, Object> wanted) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("vipId", service.service().vipId());
        return CaptureFile.start(deployment, "captures", body);
    }
}
