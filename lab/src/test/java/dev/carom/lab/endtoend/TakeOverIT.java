package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moving a VIP by REST: the other node announces it and forwards, and clients notice nothing. */
@EndToEnd
class TakeOverIT {
    private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(1);
    /** Longer than the first retransmission of a SYN (1 s): one that falls into the move may be sent twice. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    @Test
    void movedVipIsAnnouncedByTheOtherNodeWhileTrafficGoesOn(Deployment deployment) {
        Lab lab = deployment.lab();
        try (RunningService running = RunningService.start(deployment, "moved", "10.0.0.141", RunningService.EQUAL);
                Capture arp = Capture.start(lab.host(HostName.ROUTER), lab.scratch("captures"), "arp");
                SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE)) {
            Ownership.prefer(deployment, HostName.LB2, HostName.LB1);
            arp.await(
                    "gratuitous ARP of lb2",
                    ANNOUNCED_WITHIN,
                    frame -> frame.payload() instanceof Frame.Arp announcement
                            && announcement.isGratuitous()
                            && announcement.senderAddress().equals(running.vip())
                            && announcement
                                    .senderMac()
                                    .equals(lab.host(HostName.LB2).mac()));

            assertThat(balancersOf(running)).containsOnly(lab.host(HostName.LB2).mac());
            assertThat(traffic.stop()).isEmpty();
        } finally {
            Ownership.prefer(deployment, HostName.LB1, HostName.LB2);
        }
    }

    /** The MACs from which the backends get a hundred new connections. */
    private static List<String> balancersOf(RunningService running) {
        Lab lab = running.lab();
        String requests = "tcp and dst host %s and src host %s and tcp[tcpflags] & tcp-syn != 0"
                .formatted(running.vip(), lab.host(HostName.CLIENT).ipv4());
        List<Capture> captures = lab.hosts(HostName.backends()).stream()
                .map(backend -> Capture.start(backend, lab.scratch("captures"), requests))
                .toList();
        running.client().spread(100, 4);
        return captures.stream()
                .flatMap(capture -> capture.stop().stream())
                .map(Frame::sourceMac)
                .distinct()
                .toList();
    }
}
