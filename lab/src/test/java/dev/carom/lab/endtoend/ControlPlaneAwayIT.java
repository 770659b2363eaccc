package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Agent;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Traffic does not need the control plane. */
@EndToEnd
class ControlPlaneAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration RECONNECT_LIMIT = Duration.ofMinutes(2);

    @Test
    void trafficGoesOnWithoutItAndARestartedAgentForwardsFromDisk(Deployment deployment) {
        try (RunningService running = RunningService.start(deployment, "away", "10.0.0.131", RunningService.EQUAL)) {
            try {
                trafficGoesOnWhileItIsKilled(deployment, running);
                agentForwardsFromDisk(deployment.agent(HostName.LB1), running);
            } finally {
                deployment.controlPlane().restart();
            }
            changesArrive(deployment, running);
        }
    }

    private static void trafficGoesOnWhileItIsKilled(Deployment deployment, RunningService running) {
        try (SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE)) {
            deployment.controlPlane().kill();
            int before = traffic.answers();
            Waiting.pause(A_WHILE);
            assertThat(traffic.answers()).isGreaterThan(before + 20);
            assertThat(traffic.stop()).isEmpty();
        }
    }

    private static void agentForwardsFromDisk(Agent owner, RunningService running) {
        owner.kill();
        assertThat(running.client().whoAnswers()).isEmpty();
        owner.restart();
        running.client().waitForAnswer("the restarted agent to forward", Duration.ofSeconds(60), Optional::isPresent);
        running.awaitAllBackends();
        assertThat(running.client().spread(120, 4)).containsOnlyKeys("backend1", "backend2", "backend3");
    }

    @Test
    void changesArriveAgainOnceItIsBack(Deployment deployment) {
        try (RunningService running = RunningService.start(deployment, "back", "10.0.0.132", RunningService.EQUAL)) {
            deployment.controlPlane().kill();
            deployment.controlPlane().restart();

            changesArrive(deployment, running);
        }
    }

    /** Agents dial again at longer and longer intervals: whoever comes next finds all of them connected. */
    private static void changesArrive(Deployment deployment, RunningService running) {
        deployment
                .api()
                .change(
                        "backends/" + running.service().backendIds().get(HostName.BACKEND1),
                        Map.of("adminState", "DRAINING"));

        Waiting.untilTrue(
                "new connections to avoid backend1",
                RECONNECT_LIMIT,
                () -> !running.client().spread(40, 4).containsKey("backend1"));
        assertThat(running.client().spread(120, 4)).containsOnlyKeys("backend2", "backend3");
        deployment.awaitRollout();
    }
}
