package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Segment;
import dev.carom.lab.topology.Topology;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backends on another segment than the clients' router: behind a second interface, and behind a VLAN tag. */
@EndToEnd
class SegmentsIT {
    private static final int CONNECTIONS = 90;

    @ParameterizedTest
    @EnumSource
    void requestsComeInOnOneInterfaceAndGoOutOnTheOther(Family family, SegmentedSite site) {
        Lab lab = site.lab();
        try (RunningService running = RunningService.start(
                site.deployment(),
                site.twoInterfaces(),
                new ServicePlan(family.named("segments"), family.vip(190), 80, RunningService.EQUAL))) {
            awaitEveryBackend(running);
            Capture atBackend = requests(running, HostName.BACKEND2);
            Capture strayed = answers(family, running, HostName.LB1);

            assertThat(running.client().spread(CONNECTIONS, 3)).containsOnlyKeys("backend1", "backend2", "backend3");

            String outgoing = lab.topology().links(HostName.LB1).getLast().mac();
            assertThat(atBackend.stop())
                    .isNotEmpty()
                    .allMatch(frame -> frame.sourceMac().equals(outgoing));
            assertThat(strayed.stop()).isEmpty();
        }
    }

    /** lb2 has no address there: it resolves the backends within the VLAN all the same. */
    @ParameterizedTest
    @EnumSource
    void requestsGoOutTagged(Family family, SegmentedSite site) {
        Lab lab = site.lab();
        ServicePlan plan =
                new ServicePlan(family.named("tagged"), family.vip(191), 80, RunningService.EQUAL).unmonitored();
        try (RunningService running = RunningService.start(site.deployment(), site.tagged(), plan)) {
            awaitEveryBackend(running);
            Capture onTheTrunk =
                    Capture.start(lab.host(HostName.TRUNK), lab.scratch("captures"), "vlan " + Topology.INSIDE_VLAN);
            Capture atBackend = requests(running, HostName.BACKEND1);

            assertThat(running.client().spread(CONNECTIONS, 3)).containsOnlyKeys("backend1", "backend2", "backend3");

            List<Frame> requests = onTheTrunk.stop().stream()
                    .filter(frame -> isTaggedRequest(frame, running))
                    .toList();
            assertThat(requests)
                    .hasSizeGreaterThanOrEqualTo(3 * CONNECTIONS)
                    .allMatch(frame ->
                            frame.sourceMac().equals(lab.host(HostName.LB2).mac()))
                    .allMatch(frame -> frame.destinationMac().startsWith(Segment.INSIDE.macPrefix()));
            assertThat(atBackend.stop()).isNotEmpty().allMatch(frame -> frame.payload() instanceof Frame.Ip);
        }
    }

    private static void awaitEveryBackend(RunningService running) {
        Waiting.untilTrue(
                "every backend in use",
                Duration.ofSeconds(60),
                () -> running.client().spread(12, 1).size() == 3);
    }

    private static boolean isTaggedRequest(Frame frame, RunningService running) {
        return frame.payload() instanceof Frame.Tagged tagged
                && tagged.vlanId() == Topology.INSIDE_VLAN
                && tagged.payload() instanceof Frame.Ip packet
                && packet.destinationPort() == 80
                && packet.source().equals(full(clientAddress(running)));
    }

    private static String clientAddress(RunningService running) {
        Host client = running.lab().host(HostName.CLIENT);
        return running.vip().contains(":") ? client.ipv6() : client.ipv4();
    }

    /** As the JDK writes it. */
    private static String full(String address) {
        return InetAddress.ofLiteral(address).getHostAddress();
    }

    private static Capture requests(RunningService running, HostName host) {
        return captureAt(
                running, host, "tcp and dst host %s and src host %s".formatted(running.vip(), clientAddress(running)));
    }

    private static Capture answers(Family family, RunningService running, HostName host) {
        return captureAt(
                running,
                host,
                "tcp and src host %s and dst host %s"
                        .formatted(running.vip(), family.addressOf(running.lab().host(HostName.CLIENT))));
    }

    private static Capture captureAt(RunningService running, HostName host, String filter) {
        return Capture.start(running.lab().host(host), running.lab().scratch("captures"), filter);
    }
}
