package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.Crowd;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Segment;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to choose a backend, with real connections; Maglev's shares are in {@link DirectReturnIT}. */
@EndToEnd
class AlgorithmsIT {
    private static final Map<HostName, Integer> WEIGHTS =
            Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 2, HostName.BACKEND3, 3);
    private static final int FIRST_SOURCE = 60;
    private static final int SOURCES = 20;

    private static Deployment deployment;
    private static Host client;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        client = shared.lab().host(HostName.CLIENT);
        client.namespace().ip(sources("add"));
    }

    @AfterAll
    static void stop() {
        client.namespace().ip(sources("del"));
    }

    @ParameterizedTest
    @EnumSource
    void roundRobinFollowsTheWeightsExactly(Family family) {
        try (RunningService running = start(family, WEIGHTS, Map.of("algorithm", "ROUND_ROBIN"))) {
            assertThat(running.client().spread(60, 1))
                    .isEqualTo(Map.of("backend1", 10, "backend2", 20, "backend3", 30));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leastConnectionsFillTheBackendThatHasNone(Family family) throws IOException {
        Map<HostName, Integer> first = Map.of(HostName.BACKEND1, 1);
        try (RunningService running = start(family, first, Map.of("algorithm", "LEAST_CONNECTIONS"));
                Crowd crowd = Crowd.open(running.client(), 16)) {
            assertThat(crowd.whoAnswers()).containsOnly("backend1");
            String second = addSecondBackend(family, running);
            try {
                running.client().waitForAnswer("backend2", Duration.ofSeconds(60), Optional.of("backend2")::equals);
                try (Crowd later = Crowd.open(running.client(), 8)) {
                    assertThat(later.whoAnswers()).containsOnly("backend2");
                }
            } finally {
                deployment.api().delete("backends/" + second + "?force=true");
            }
        }
    }

    private static String addSecondBackend(Family family, RunningService running) {
        Host host = deployment.lab().host(HostName.BACKEND2);
        return deployment
                .api()
                .create(
                        "pools/" + running.service().poolId() + "/backends",
                        Map.of("name", "backend2", "address", family.addressOf(host)))
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void sourceIpKeepsEachClientOnItsBackend(Family family) {
        try (RunningService running = start(family, RunningService.EQUAL, Map.of("algorithm", "SOURCE_IP"))) {
            Set<String> all = new HashSet<>();
            for (int source = FIRST_SOURCE; source < FIRST_SOURCE + SOURCES; source++) {
                Set<String> answers = answersTo(family, source, running);
                assertThat(answers).hasSize(1);
                all.addAll(answers);
            }
            assertThat(all).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void affinityKeepsAWholePrefixOnOneBackend(Family family) {
        Map<String, ?> affinity = Map.of("ipv4PrefixLength", 24, "ipv6PrefixLength", 64, "timeoutMs", 60_000);
        try (RunningService running =
                start(family, RunningService.EQUAL, Map.of("algorithm", "MAGLEV", "affinity", affinity))) {
            Set<String> all = new HashSet<>();
            for (int source = FIRST_SOURCE; source < FIRST_SOURCE + SOURCES; source++) {
                all.addAll(answersTo(family, source, running));
            }
            assertThat(all).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightZeroGetsNoNewConnection(Family family) {
        Map<HostName, Integer> weights = Map.of(HostName.BACKEND1, 0, HostName.BACKEND2, 1, HostName.BACKEND3, 1);
        try (RunningService running = start(family, weights, Map.of("algorithm", "LEAST_CONNECTIONS"))) {
            assertThat(running.client().spread(40, 4)).doesNotContainKey("backend1");
        }
    }

    /** Every backend is in use, in turns, before the pool changes to the way that is to be shown. */
    private static RunningService start(Family family, Map<HostName, Integer> weights, Map<String, ?> pool) {
        ServicePlan plan = new ServicePlan(family.named("algorithm"), family.vip(176), 80, weights)
                .with(Part.POOL, Map.of("algorithm", "ROUND_ROBIN"));
        RunningService running = RunningService.start(deployment, plan);
        List<String> used = weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey().label())
                .toList();
        Waiting.untilTrue(
                "every backend in use",
                Duration.ofSeconds(60),
                () -> running.client().spread(12, 1).keySet().containsAll(used));
        deployment.api().change("pools/" + running.service().poolId(), pool);
        deployment.awaitRollout();
        return running;
    }

    /** Three connections from one of the client's further addresses. */
    private static Set<String> answersTo(Family family, int source, RunningService running) {
        String url = family.url(running.vip(), 80);
        return Set.copyOf(client.require(
                        "curl", "-sS", "--interface", source(family, source), "-H", "Connection: close", url, url, url)
                .lines()
                .toList());
    }

    private static String source(Family family, int number) {
        return family == Family.IPV4 ? Segment.OUTSIDE.ipv4(number) : Segment.OUTSIDE.ipv6(number);
    }

    private static List<String> sources(String verb) {
        return IntStream.range(FIRST_SOURCE, FIRST_SOURCE + SOURCES)
                .boxed()
                .flatMap(number -> List.of(
                        "addr %s %s/24 dev eth0".formatted(verb, source(Family.IPV4, number)),
                        "addr %s %s/64 dev eth0%s"
                                .formatted(verb, source(Family.IPV6, number), verb.equals("add") ? " nodad" : ""))
                        .stream())
                .toList();
    }
}
