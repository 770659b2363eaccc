package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who cannot reach a VIP, as docs/data-path.md says, and that a frame of one node is never forwarded by another. */
@EndToEnd
class WhoCannotReachIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void nodesDoNotReachItAndABackendMeetsItself(Family family, Deployment deployment) {
        Lab lab = deployment.lab();
        try (RunningService running =
                RunningService.start(deployment, family.named("who"), family.vip(182), RunningService.EQUAL)) {
            long before = looped(deployment, HostName.LB1);
            assertThat(answerTo(lab.host(HostName.LB1), running)).isEmpty();
            assertThat(answerTo(lab.host(HostName.LB2), running)).isEmpty();
            assertThat(looped(deployment, HostName.LB1)).isGreaterThan(before);

            for (HostName name : HostName.backends()) {
                Capture balancer = Capture.start(
                        lab.host(HostName.LB1),
                        lab.scratch("captures"),
                        "host %s and host %s".formatted(running.vip(), family.addressOf(lab.host(name))));
                assertThat(new Client(lab.host(name), running.vip(), 80).spread(1, 1))
                        .containsOnlyKeys(name.label());
                assertThat(balancer.stop()).as("what %s sends to the VIP", name).isEmpty();
            }
        }
    }

    /** A backend whose MAC is pinned wrongly to the other node's: that node must not forward a second time. */
    @ParameterizedTest
    @EnumSource
    void frameOfAPeerIsNotForwardedAgain(Family family, Deployment deployment) {
        Lab lab = deployment.lab();
        String peer = lab.host(HostName.LB2).mac();
        ServicePlan plan = new ServicePlan(family.named("looped"), family.vip(183), 80, Map.of(HostName.BACKEND1, 1))
                .with(Part.BACKEND, Map.of("mac", peer))
                .unmonitored();
        try (RunningService running = RunningService.create(deployment, plan)) {
            deployment.awaitRollout();
            long before = looped(deployment, HostName.LB2);
            List<Capture> forwarded = List.of(HostName.BACKEND1, HostName.LB1).stream()
                    .map(name -> Capture.start(
                            lab.host(name),
                            lab.scratch("captures"),
                            "dst host %s and ether src %s".formatted(running.vip(), peer)))
                    .toList();

            // Verified is not yet announced: a VIP is claimed first.
            Waiting.untilTrue("a frame that came back from the peer", LIMIT, () -> {
                assertThat(running.client().whoAnswers()).isEmpty();
                return looped(deployment, HostName.LB2) > before;
            });
            assertThat(forwarded)
                    .allSatisfy(capture -> assertThat(capture.stop()).isEmpty());
        }
    }

    private static long looped(Deployment deployment, HostName balancer) {
        return deployment.agent(balancer).metrics().frames("DROPPED_LOOPED");
    }

    private static String answerTo(Host host, RunningService running) {
        return new Client(host, running.vip(), 80).whoAnswers().orElse("");
    }
}
