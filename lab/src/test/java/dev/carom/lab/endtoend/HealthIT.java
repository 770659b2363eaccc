package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.server.Nginx;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backend whose server dies gets no new requests, and gets them again when it is back. */
@EndToEnd
class HealthIT {
    /** As many checks in a row as the monitor wants, the last one waited for to its end, and the way to the table. */
    private static final Duration INTERVAL = Duration.ofMillis(
            (long) ServicePlan.MONITOR_INTERVAL * ServicePlan.MONITOR_COUNT + ServicePlan.MONITOR_TIMEOUT + 200);

    @ParameterizedTest
    @EnumSource
    void newRequestsLeaveADeadServerAndComeBack(Family family, Deployment deployment) {
        try (RunningService running =
                RunningService.start(deployment, family.named("health"), family.vip(121), RunningService.EQUAL)) {
            Nginx server = deployment.server(HostName.BACKEND2);
            Client client = running.client();
            running.awaitAllBackends();
            assertThat(client.spread(120, 4)).containsOnlyKeys("backend1", "backend2", "backend3");

            server.kill();
            Waiting.pause(INTERVAL);
            Map<String, Integer> without = client.spread(120, 4);
            server.restart();
            Waiting.pause(INTERVAL);
            Map<String, Integer> again = client.spread(120, 4);

            assertThat(without).containsOnlyKeys("backend1", "backend3");
            assertThat(again).containsOnlyKeys("backend1", "backend2", "backend3");
        }
    }
}
