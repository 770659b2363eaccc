package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Agent;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Output;
import dev.carom.lab.snapshot.HostSnapshot;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An agent leaves its host as it found it, even after the worst end. */
@EndToEnd
class LeavingIT {

    @Test
    void hostIsAsBeforeTheFirstStartAfterKillStartAndDetach(Deployment deployment) {
        try (RunningService running = RunningService.start(deployment, "leaving", "10.0.0.151", RunningService.EQUAL)) {
            Host host = deployment.lab().host(HostName.LB1);
            Agent agent = deployment.agent(HostName.LB1);
            HostSnapshot before = deployment.untouched(HostName.LB1);
            assertThat(HostSnapshot.of(host)).isNotEqualTo(before);

            agent.kill();
            agent.restart();
            agent.stop();
            Output detached = agent.command("detach");

            assertThat(detached.status()).as(detached.out() + detached.err()).isZero();
            assertThat(HostSnapshot.of(host).settings()).isEqualTo(before.settings());

            agent.restart();
            running.client().waitForAnswer("the agent to be back", Duration.ofSeconds(60), Optional::isPresent);
        }
    }
}
