package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job over IPv6: Neighbor Discovery in the place of ARP, the rest the same. */
@EndToEnd
class Ipv6IT {

    @Test
    void answersOfAllBackendsComeFromTheVipAndPastTheBalancers(Deployment deployment) {
        Lab lab = deployment.lab();
        try (RunningService running =
                RunningService.start(deployment, "six", "2001:db8:1::100", RunningService.EQUAL)) {
            running.awaitAllBackends();
            Host client = lab.host(HostName.CLIENT);
            String answers = "ip6 and tcp and src host %s and dst host %s".formatted(running.vip(), client.ipv6());
            Capture arrived = Capture.start(client, lab.scratch("captures"), answers);
            List<Capture> strayed = lab.hosts(HostName.balancers()).stream()
                    .map(balancer -> Capture.start(balancer, lab.scratch("captures"), answers))
                    .toList();

            assertThat(running.client().spread(120, 4)).containsOnlyKeys("backend1", "backend2", "backend3");

            assertThat(arrived.stop())
                    .filteredOn(frame -> frame.payload() instanceof Frame.Ip packet && packet.acceptsConnection())
                    .hasSize(120);
            assertThat(strayed).allSatisfy(capture -> assertThat(capture.stop()).isEmpty());
        }
    }
}
