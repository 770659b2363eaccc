package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** VIPs outside every subnet of the group work when the router sends them to an address that the group owns. */
@EndToEnd
class RoutedVipIT {

    @ParameterizedTest
    @EnumSource
    void answersWhereverItsNextHopLives(Family family, Deployment deployment) {
        try (RoutedVips ignored = RoutedVips.start(deployment, family, 180);
                RunningService running = RunningService.start(
                        deployment, family.named("routed"), RoutedVips.address(family, 40), RunningService.EQUAL)) {
            running.awaitAllBackends();
            assertThat(running.client().spread(90, 2)).containsOnlyKeys("backend1", "backend2", "backend3");
            long before = newFlows(deployment, HostName.LB2);
            Ownership.prefer(deployment, HostName.LB2, HostName.LB1);
            try {
                deployment.awaitRollout();
                assertThat(running.client().spread(90, 2)).containsOnlyKeys("backend1", "backend2", "backend3");
                assertThat(newFlows(deployment, HostName.LB2) - before).isGreaterThanOrEqualTo(90);
            } finally {
                Ownership.prefer(deployment, HostName.LB1, HostName.LB2);
                deployment.awaitRollout();
            }
        }
    }

    private static long newFlows(Deployment deployment, HostName balancer) {
        return deployment.agent(balancer).metrics().frames("FORWARDED_NEW_FLOW");
    }
}
