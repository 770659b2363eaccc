package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moving a VIP by REST: the other node announces it and forwards, and clients notice nothing. */
@EndToEnd
class TakeOverIT {
    private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(1);
    /** Longer than the first retransmission of a SYN (1 s): one that falls into the move may be sent twice. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    @ParameterizedTest
    @EnumSource
    void movedVipIsAnnouncedByTheOtherNodeWhileTrafficGoesOn(Family family, Deployment deployment) {
        Lab lab = deployment.lab();
        String newOwner = lab.host(HostName.LB2).mac();
        try (RunningService running =
                        RunningService.start(deployment, family.named("moved"), family.vip(141), RunningService.EQUAL);
                Capture announcements =
                        Capture.start(lab.host(HostName.ROUTER), lab.scratch("captures"), "arp or icmp6");
                SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE)) {
            Ownership.prefer(deployment, HostName.LB2, HostName.LB1);
            announcements.await(
                    "lb2 to announce " + running.vip(),
                    ANNOUNCED_WITHIN,
                    frame -> frame.sourceMac().equals(newOwner) && announces(frame.payload(), running.vip()));

            assertThat(balancersOf(family, running)).containsOnly(newOwner);
            assertThat(traffic.stop()).isEmpty();
        } finally {
            Ownership.prefer(deployment, HostName.LB1, HostName.LB2);
            deployment.awaitRollout();
        }
    }

    /** By a gratuitous ARP, or an advertisement to all nodes (ICMPv6 type 136) from the address itself. */
    private static boolean announces(Frame.Payload payload, String vip) {
        return switch (payload) {
            case Frame.Arp arp -> arp.isGratuitous() && arp.senderAddress().equals(vip);
            case Frame.Ip ip ->
                isSame(ip.source(), vip)
                        && isSame(ip.destination(), "ff02::1")
                        && ip.packet().startsWith("88", 2 * 40);
            default -> false;
        };
    }

    private static boolean isSame(String address, String other) {
        return InetAddress.ofLiteral(address).equals(InetAddress.ofLiteral(other));
    }

    /** The MACs from which the backends get a hundred new connections. */
    private static List<String> balancersOf(Family family, RunningService running) {
        Lab lab = running.lab();
        String requests = "tcp and dst host %s and src host %s"
                .formatted(running.vip(), family.addressOf(lab.host(HostName.CLIENT)));
        List<Capture> captures = lab.hosts(HostName.backends()).stream()
                .map(backend -> Capture.start(backend, lab.scratch("captures"), requests))
                .toList();
        running.client().spread(100, 4);
        return captures.stream()
                .flatMap(capture -> capture.stop().stream())
                .filter(frame -> frame.payload() instanceof Frame.Ip packet && packet.opensConnection())
                .map(Frame::sourceMac)
                .distinct()
                .toList();
    }
}
