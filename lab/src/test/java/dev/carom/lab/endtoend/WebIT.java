package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.Crowd;
import dev.carom.lab.client.Wrk;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Debian's nginx behind a VIP, asked by Debian's curl and wrk. */
@EndToEnd
class WebIT {
    private static final int MANY = 10_000;
    private static final Duration LOAD = Duration.ofSeconds(3);

    private static BothFamilies services;
    private static Deployment deployment;
    private static Host client;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        client = shared.lab().host(HostName.CLIENT);
        services = BothFamilies.start(
                family -> RunningService.start(shared, family.named("web"), family.vip(170), RunningService.EQUAL));
        Stream.of(Family.values()).forEach(family -> service(family).awaitAllBackends());
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void curlSendsAllItsRequestsOverOneConnectionToOneBackend(Family family) {
        String url = url(family) + "[1-100]";

        List<String> connectsAndAnswers = client.require("curl", "-sS", "-w", "%{num_connects}\n", url)
                .lines()
                .toList();

        assertThat(connectsAndAnswers).hasSize(200).startsWith(connectsAndAnswers.getFirst(), "1");
        assertThat(connectsAndAnswers.subList(2, 200)).containsOnly(connectsAndAnswers.getFirst(), "0");
    }

    @ParameterizedTest
    @EnumSource
    void wrkKeepsAHundredConnectionsBusyWithoutAnError(Family family) {
        Map<HostName, Integer> before = requestsByServer();

        Wrk wrk = Wrk.run(client, url(family), 100, LOAD);

        assertThat(wrk.errors()).isEmpty();
        assertThat(wrk.requests()).isGreaterThan(100);
        assertThat(requestsByServer())
                .allSatisfy((server, requests) -> assertThat(requests).isGreaterThan(before.getOrDefault(server, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandConnectionsStandAtOnceAndStayOnTheirBackends(Family family) throws IOException {
        try (Crowd crowd = Crowd.open(service(family).client(), MANY)) {
            List<String> first = crowd.whoAnswers();

            assertThat(first).hasSize(MANY).contains("backend1", "backend2", "backend3");
            assertThat(deployment.agent(HostName.LB1).metrics().flows()).isGreaterThanOrEqualTo(MANY);
            assertThat(crowd.whoAnswers()).isEqualTo(first);
        }
    }

    private static String url(Family family) {
        return family.url(service(family).vip(), 80);
    }

    private static RunningService service(Family family) {
        return services.of(family);
    }

    private static Map<HostName, Integer> requestsByServer() {
        return HostName.backends().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> deployment.server(name).requests().size()));
    }
}
