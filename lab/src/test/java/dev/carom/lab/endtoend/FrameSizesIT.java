package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.server.Iperf3;
import dev.carom.lab.server.RandomFile;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Link;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jumbo frames are forwarded whole; and where a hop is narrow, servers learn it through the balancer. */
@EndToEnd
class FrameSizesIT {
    private static final int NARROW = 1400;
    private static final Map<HostName, Integer> ONE = Map.of(HostName.BACKEND1, 1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void jumboFramesAreForwardedWhole(Family family, SegmentedSite site) {
        Lab lab = site.lab();
        Host backend = lab.host(HostName.BACKEND1);
        ServicePlan plan = new ServicePlan(family.named("jumbo"), family.vip(192), Iperf3.PORT, ONE).unmonitored();
        try (RunningService running = RunningService.create(site.deployment(), site.twoInterfaces(), plan)) {
            LabProcess server = Iperf3.start(backend, running.vip());
            site.deployment().awaitRollout(site.twoInterfaces());
            Capture forwarded = Capture.start(backend, lab.scratch("captures"), "tcp and dst host " + running.vip());
            lab.host(HostName.CLIENT)
                    .require(LIMIT, "iperf3", "--client", running.vip(), "--connect-timeout", "10000", "--bytes", "5M");
            server.stop();

            assertThat(forwarded.stop().stream().mapToInt(frame -> ((Frame.Ip) frame.payload()).length()))
                    .contains(SegmentedSite.JUMBO)
                    .allMatch(length -> length <= SegmentedSite.JUMBO);
        }
    }

    /** The client asks for larger segments than its link takes, as one behind a tunnel does. */
    @ParameterizedTest
    @EnumSource
    void transferThroughANarrowHopCompletes(Family family, SegmentedSite site) {
        Lab lab = site.lab();
        ServicePlan plan = new ServicePlan(family.named("narrow"), family.vip(193), 80, ONE);
        try (RunningService running = RunningService.start(site.deployment(), site.twoInterfaces(), plan)) {
            RandomFile file = RandomFile.create(site.deployment().files().resolve("narrow"), 4_000_000);
            Path received = lab.scratch("received").resolve("narrow");
            long before = errorsForwarded(site);
            narrow(lab, family);
            try {
                lab.host(HostName.CLIENT)
                        .require(
                                LIMIT,
                                "curl",
                                "-sS",
                                "-o",
                                received.toString(),
                                family.url(running.vip(), 80) + "files/narrow");

                assertThat(RandomFile.checksum(received)).isEqualTo(file.checksum());
                assertThat(errorsForwarded(site)).isGreaterThan(before);
                String client = family.addressOf(lab.host(HostName.CLIENT));
                assertThat(lab.host(HostName.BACKEND1).require("ip", "route", "get", client, "from", running.vip()))
                        .contains("mtu " + NARROW);
            } finally {
                widen(lab, family);
            }
        }
    }

    private static long errorsForwarded(SegmentedSite site) {
        return site.deployment().agent(HostName.LB1).metrics().frames("FORWARDED_ICMP_ERROR");
    }

    private static void narrow(Lab lab, Family family) {
        outside(lab).forEach(link -> setMtu(lab, link, NARROW));
        route(lab, family, "advmss 8900");
    }

    private static void widen(Lab lab, Family family) {
        outside(lab).forEach(link -> setMtu(lab, link, SegmentedSite.JUMBO));
        route(lab, family, "");
    }

    private static Stream<Link> outside(Lab lab) {
        return lab.topology().outsideLinks().stream();
    }

    private static void setMtu(Lab lab, Link link, int mtu) {
        lab.host(link.host()).namespace().ip(List.of("link set %s mtu %d".formatted(link.device(), mtu)));
    }

    private static void route(Lab lab, Family family, String option) {
        String gateway = lab.topology()
                .gateway(HostName.CLIENT)
                .map(link -> family == Family.IPV4 ? link.ipv4() : link.ipv6())
                .orElseThrow();
        lab.host(HostName.CLIENT).namespace().ip(List.of("route replace default via %s %s".formatted(gateway, option)));
    }
}
