package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A backend that lacks the VIP and routes sends every frame back, straight to the balancer or by way of the router.
 * Each is dropped on its first return, and the backend is named.
 */
@EndToEnd
class BounceIT {
    private static final Map<HostName, Integer> WITHOUT_VIP = Map.of(HostName.BACKEND3, 1);

    private static Deployment deployment;
    private static Host backend;
    private static Host balancer;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        backend = shared.lab().host(HostName.BACKEND3);
        balancer = shared.lab().host(HostName.LB1);
        backend.namespace().sysctl(List.of("net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1"));
    }

    @AfterAll
    static void stop() {
        backend.namespace().sysctl(List.of("net.ipv4.ip_forward=0", "net.ipv6.conf.all.forwarding=0"));
    }

    /** The VIP is of the backend's own subnet: it finds the balancer by ARP. */
    @ParameterizedTest
    @EnumSource
    void directly(Family family) {
        bounces(family, "bounce", family.vip(178), 1, backend.mac());
    }

    /** The VIP is far away for the backend: it leaves that to its default gateway. */
    @ParameterizedTest
    @EnumSource
    void byWayOfTheRouter(Family family) {
        try (RoutedVips ignored = RoutedVips.start(deployment, family, 179)) {
            bounces(
                    family,
                    "bounce-routed",
                    RoutedVips.address(family, 30),
                    2,
                    deployment.lab().host(HostName.ROUTER).mac());
        }
    }

    private static void bounces(Family family, String name, String vip, int hops, String sender) {
        ServicePlan plan = new ServicePlan(family.named(name), vip, 80, WITHOUT_VIP).unmonitored();
        try (RunningService running = RunningService.create(deployment, plan)) {
            backend.removeLoopbackAddress(vip);
            deployment.awaitRollout();
            Lab lab = deployment.lab();
            String toVip = "tcp and dst host " + vip;
            Capture sent = Capture.start(backend, lab.scratch("captures"), toVip + " and ether src " + balancer.mac());
            Capture back = Capture.start(balancer, lab.scratch("captures"), toVip + " and ether src " + sender);
            long before = bounced();

            Waiting.untilTrue("a frame that bounced", Duration.ofSeconds(60), () -> {
                assertThat(running.client().whoAnswers()).isEmpty();
                return bounced() > before;
            });

            List<Integer> hopLimits = hopLimits(sent.stop());
            assertThat(hopLimits).as("forwarded to the backend once each").isNotEmpty();
            assertThat(hopLimits.stream().distinct()).hasSize(1);
            assertThat(hopLimits(back.stop()))
                    .as("sent back, and no more than once")
                    .contains(hopLimits.getFirst() - hops);
            assertThat(bounced() - before).isEqualTo(hopLimits.size());
            Findings.await(
                    deployment, "BOUNCED", "backends/" + running.service().backendId(HostName.BACKEND3));
            backend.addLoopbackAddress(vip);
        }
    }

    private static long bounced() {
        return deployment.agent(HostName.LB1).metrics().frames("DROPPED_BOUNCED");
    }

    private static List<Integer> hopLimits(List<Frame> frames) {
        return frames.stream()
                .map(frame -> ((Frame.Ip) frame.payload()).hopLimit())
                .toList();
    }
}
