package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.Crowd;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backend that drains keeps its connections until its deadline, and an operator sees how many are left. */
@EndToEnd
class DrainingIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FLOWS = "carom_backend_flows";

    @ParameterizedTest
    @EnumSource
    void connectionsStayUntilTheDeadlineAndAreCounted(Family family, Deployment deployment) throws IOException {
        ServicePlan plan = new ServicePlan(family.named("drain"), family.vip(177), 80, RunningService.EQUAL);
        try (RunningService running = RunningService.start(deployment, plan)) {
            running.awaitAllBackends();
            // A closed connection is remembered for some seconds more, and the start of the service closed some.
            long justClosed = flowsLeft(running);
            try (Crowd crowd = Crowd.open(running.client(), 48)) {
                staysUntilTheDeadline(running, crowd, justClosed);
                leavesAfterTheDeadline(running, crowd);
            }
        }
    }

    private static void staysUntilTheDeadline(RunningService running, Crowd crowd, long justClosed) {
        List<String> before = crowd.whoAnswers();
        long held = Collections.frequency(before, "backend2");
        assertThat(held).isPositive();

        set(running, "DRAINING");

        assertThat(running.client().spread(24, 4)).containsOnlyKeys("backend1", "backend3");
        assertThat(crowd.whoAnswers()).isEqualTo(before);
        assertThat(flowsLeft(running)).isBetween(held, held + justClosed);
    }

    /** The same again with a second to go. */
    private static void leavesAfterTheDeadline(RunningService running, Crowd crowd) {
        long before = flowsLeft(running);
        running.api().change("pools/" + running.service().poolId(), Map.of("drainTimeoutMs", 1000));
        set(running, "ENABLED");
        set(running, "DRAINING");

        Waiting.untilTrue("the deadline", LIMIT, () -> isReset(crowd));

        assertThat(flowsLeft(running)).isLessThan(before);
    }

    /** Another backend does not know the connection. */
    private static boolean isReset(Crowd crowd) {
        try {
            crowd.whoAnswers();
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasStackTraceContaining("Connection reset");
            return true;
        }
    }

    private static void set(RunningService running, String adminState) {
        running.api()
                .change("backends/" + running.service().backendId(HostName.BACKEND2), Map.of("adminState", adminState));
        running.deployment().awaitRollout();
    }

    private static long flowsLeft(RunningService running) {
        return running.deployment()
                .agent(HostName.LB1)
                .metrics()
                .ofBackend(FLOWS, running.service().plan().name(), "backend2");
    }
}
