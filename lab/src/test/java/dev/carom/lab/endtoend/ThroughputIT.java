package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.server.Iperf3;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's iperf3 through a VIP. Its control and its data connections must meet the same server, whatever their ports
 * and protocol: that is what a pool that chooses by source is for.
 */
@EndToEnd
class ThroughputIT {
    private static final long DOWNLOAD_BYTES = 20_000_000;
    private static final double LOST_PERCENT = 1.0;

    private static final List<LabProcess> SERVERS = new ArrayList<>();
    private static final List<String> LISTENERS = new ArrayList<>();
    private static BothFamilies services;
    private static Deployment deployment;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        services = BothFamilies.start(ThroughputIT::startService);
        shared.awaitRollout();
    }

    private static RunningService startService(Family family) {
        ServicePlan plan = new ServicePlan(family.named("iperf"), family.vip(172), Iperf3.PORT, RunningService.EQUAL)
                .with(Part.POOL, Map.of("algorithm", "SOURCE_IP"))
                .unmonitored();
        RunningService running = RunningService.create(deployment, plan);
        Map<String, ?> datagrams = Map.of(
                "name",
                family.named("iperf-udp"),
                "protocol",
                "UDP",
                "ports",
                List.of(Integer.toString(Iperf3.PORT)),
                "poolId",
                running.service().poolId());
        LISTENERS.add(deployment
                .api()
                .create("vips/" + running.service().vipId() + "/listeners", datagrams)
                .id());
        for (Host backend : deployment.lab().hosts(HostName.backends())) {
            SERVERS.add(Iperf3.start(backend, running.vip()));
        }
        return running;
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(LabProcess::stop);
        LISTENERS.forEach(id -> deployment.api().delete("listeners/" + id));
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void uploadOverTcpArrives(Family family) {
        JsonNode end = iperf3(family, "--time", "2");

        assertThat(end.get("sum_received").get("bytes").asLong()).isGreaterThan(1_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void downloadOverTcpGoesPastTheBalancer(Family family) {
        Host balancer = deployment.lab().host(HostName.LB1);
        long before = balancer.bytesReceived() + balancer.bytesSent();

        JsonNode end = iperf3(family, "--reverse", "--bytes", Long.toString(DOWNLOAD_BYTES));

        assertThat(end.get("sum_received").get("bytes").asLong()).isGreaterThanOrEqualTo(DOWNLOAD_BYTES);
        assertThat(balancer.bytesReceived() + balancer.bytesSent() - before)
                .isPositive()
                .isLessThan(DOWNLOAD_BYTES / 10);
    }

    @ParameterizedTest
    @EnumSource
    void datagramsArrive(Family family) {
        JsonNode end = iperf3(family, "--udp", "--bitrate", "8M", "--length", "1200", "--time", "2");

        assertThat(end.get("sum").get("packets").asLong()).isGreaterThan(500);
        assertThat(end.get("sum").get("lost_percent").asDouble()).isLessThanOrEqualTo(LOST_PERCENT);
    }

    /** Runs it, and returns its summary. */
    private static JsonNode iperf3(Family family, String... options) {
        List<String> command = new ArrayList<>(
                List.of("iperf3", "--client", services.of(family).vip(), "--json", "--connect-timeout", "10000"));
        command.addAll(List.of(options));
        // A server that has just ended a run says for a moment that it is busy.
        return Waiting.until("iperf3 to be served", Duration.ofSeconds(30), () -> {
            String report = deployment
                    .lab()
                    .host(HostName.CLIENT)
                    .run(Duration.ofSeconds(60), command)
                    .out();
            JsonNode json = JsonMapper.shared().readTree(report);
            return json.has("error") && json.get("error").asString().contains("busy")
                    ? Optional.<JsonNode>empty()
                    : Optional.of(json.get("end"));
        });
    }
}
