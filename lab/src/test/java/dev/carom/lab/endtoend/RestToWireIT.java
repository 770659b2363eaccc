package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What REST accepts takes effect on the wire in under a second, counted from the moment before the request. */
@EndToEnd
class RestToWireIT {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<HostName, Integer> ONLY_FIRST = Map.of(HostName.BACKEND1, 1);
    private static final Map<HostName, Integer> ONLY_SECOND = Map.of(HostName.BACKEND2, 1);

    /** A control plane that has only just started compiles its own code first. */
    @BeforeAll
    static void warmUp(Deployment deployment) {
        for (int i = 0; i < 3; i++) {
            RunningService.start(deployment, "warm-up", "10.0.0.116", ONLY_FIRST)
                    .close();
        }
    }

    @Test
    void createdVipAnswersWithinASecond(Deployment deployment) {
        String vip = "10.0.0.111";
        deployment.lab().addVipToBackends(vip);
        Client client = new Client(deployment.lab().host(HostName.CLIENT), vip, 80);
        assertThat(client.whoAnswers()).isEmpty();
        Api api = deployment.api();
        // A pool that serves another VIP already: its backend is resolved and healthy.
        try (RunningService other = RunningService.start(deployment, "created-first", "10.0.0.112", ONLY_FIRST)) {
            long start = System.nanoTime();
            String vipId = api.create(
                            "vips", Map.of("name", "created", "nodeGroupId", deployment.nodeGroupId(), "address", vip))
                    .id();
            String listenerId = api.create(
                            "vips/" + vipId + "/listeners",
                            Map.of(
                                    "name",
                                    "created",
                                    "protocol",
                                    "TCP",
                                    "ports",
                                    List.of("80"),
                                    "poolId",
                                    other.service().poolId()))
                    .id();
            client.waitForAnswer(vip + " to answer", PATIENCE, Optional::isPresent);
            assertThat(since(start)).isLessThan(LIMIT);
            api.delete("listeners/" + listenerId);
            api.delete("vips/" + vipId);
        }
    }

    @Test
    void changedListenerServesTheOtherPoolWithinASecond(Deployment deployment) {
        try (RunningService first = RunningService.start(deployment, "changed-1", "10.0.0.113", ONLY_FIRST);
                RunningService second = RunningService.start(deployment, "changed-2", "10.0.0.114", ONLY_SECOND)) {
            assertThat(first.client().spread(1, 1)).containsOnlyKeys("backend1");

            long start = System.nanoTime();
            deployment
                    .api()
                    .change(
                            "listeners/" + first.service().listenerId(),
                            Map.of("poolId", second.service().poolId()));
            first.client()
                    .waitForAnswer("backend2 to answer", PATIENCE, answer -> answer.equals(Optional.of("backend2")));
            assertThat(since(start)).isLessThan(LIMIT);

            deployment
                    .api()
                    .change(
                            "listeners/" + first.service().listenerId(),
                            Map.of("poolId", first.service().poolId()));
        }
    }

    @Test
    void deletedVipIsSilentWithinASecond(Deployment deployment) {
        String vip = "10.0.0.115";
        RunningService running = RunningService.start(deployment, "deleted", vip, ONLY_FIRST);
        Service service = running.service();
        Api api = deployment.api();

        long start = System.nanoTime();
        api.delete("listeners/" + service.listenerId());
        api.delete("vips/" + service.vipId());
        running.client().waitForAnswer("silence", PATIENCE, Optional::isEmpty);

        assertThat(since(start)).isLessThan(LIMIT);
        assertThat(running.client().whoAnswers()).isEmpty();
        service.deleteWhatIsLeft(api);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
