package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.lab.client.Crowd;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backend that drains keeps its connections until its deadline, and an operator sees how many are left. */
@EndToEnd
class DrainingIT {
    private static final Duration DRAIN = Duration.ofSeconds(6);
    private static final String FLOWS = "carom_backend_flows";

    @ParameterizedTest
    @EnumSource
    void connectionsStayUntilTheDeadlineAndAreCounted(Family family, Deployment deployment) throws IOException {
        ServicePlan plan = new ServicePlan(family.named("drain"), family.vip(177), 80, RunningService.EQUAL)
                .with(Part.POOL, Map.of("drainTimeoutMs", DRAIN.toMillis()));
        try (RunningService running = RunningService.start(deployment, plan)) {
            // A closed connection is remembered for some seconds more, and the start of the service closed one or two.
            long justClosed = flowsLeft(deployment, plan);
            drains(running, justClosed);
        }
    }

    private static void drains(RunningService running, long justClosed) throws IOException {
        try (Crowd crowd = Crowd.open(running.client(), 48)) {
            List<String> before = crowd.whoAnswers();
            long held = Collections.frequency(before, "backend2");
            assertThat(held).isPositive();

            Instant drained = drain(running, HostName.BACKEND2);

            assertThat(running.client().spread(24, 4)).containsOnlyKeys("backend1", "backend3");
            assertThat(crowd.whoAnswers()).isEqualTo(before);
            assertThat(flowsLeft(running.deployment(), running.service().plan())).isBetween(held, held + justClosed);
            assertThat(Instant.now()).as("still within the deadline").isBefore(drained.plus(DRAIN));

            Waiting.untilTrue(
                    "the deadline", DRAIN.multipliedBy(2), () -> Instant.now().isAfter(drained.plus(DRAIN)));
            assertThatThrownBy(crowd::whoAnswers).hasStackTraceContaining("Connection reset");
            Waiting.untilTrue("no flow to be left", Duration.ofSeconds(10), () -> flowsLeft(deployment, plan) < held);
        }
    }

    private static Instant drain(RunningService running, HostName backend) {
        Instant now = Instant.now();
        running.api().change("backends/" + running.service().backendId(backend), Map.of("adminState", "DRAINING"));
        running.deployment().awaitRollout();
        return now;
    }

    private static long flowsLeft(Deployment deployment, ServicePlan plan) {
        return deployment.agent(HostName.LB1).metrics().ofBackend(FLOWS, plan.name(), "backend2");
    }
}
