package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The switch snoops multicast and asks who listens to what, as real ones do: it hands a solicitation for an IPv6 VIP to
 * those alone that have joined the VIP's solicited-node group.
 */
@EndToEnd
class MulticastGroupsIT {
    private static final String VIP = "2001:db8:1::c0:ff:ee12";
    /** RFC 4291, 2.7.1: the last 24 bits of the address. */
    private static final String GROUP = "ff02::1:ffff:ee12";

    private static final String GROUP_IN_FULL = "ff02:0:0:0:0:1:ffff:ee12";
    /** Hop-by-hop options before ICMPv6, which pcap-filter(7) does not look behind. */
    private static final String REPORTS = "ip6[6] = 0 and ip6[40] = 58";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void ownerJoinsTheSolicitedNodeGroupAndLeavesItWithTheVip(Deployment deployment) {
        Lab lab = deployment.lab();
        Host owner = lab.host(HostName.LB1);
        Host other = lab.host(HostName.LB2);
        try (Capture reports = Capture.start(owner, lab.scratch("captures"), REPORTS)) {
            try (RunningService running = RunningService.start(deployment, "groups", VIP, RunningService.EQUAL)) {
                assertThat(groups(owner)).contains(GROUP);
                assertThat(groups(other)).doesNotContain(GROUP);
                reports.await(
                        "the report that joins",
                        LIMIT,
                        frame -> report(frame).joined().contains(GROUP_IN_FULL));
                assertThat(listeners(lab)).contains(lab.topology().port(HostName.LB1));
                switchHandsSolicitationsToTheOwnerAlone(running);

                Ownership.prefer(deployment, HostName.LB2, HostName.LB1);
                Waiting.untilTrue("lb2 to join", LIMIT, () -> groups(other).contains(GROUP));
                Waiting.untilTrue("lb1 to leave", LIMIT, () -> !groups(owner).contains(GROUP));
                reports.await(
                        "the report that leaves",
                        LIMIT,
                        frame -> report(frame).left().contains(GROUP_IN_FULL));
            } finally {
                Ownership.prefer(deployment, HostName.LB1, HostName.LB2);
                deployment.awaitRollout();
            }
            Waiting.untilTrue(
                    "everybody to leave",
                    LIMIT,
                    () -> !groups(owner).contains(GROUP) && !groups(other).contains(GROUP));
        }
    }

    /** Forgotten by the router, the VIP is solicited again; a host that is in no such group sees nothing of it. */
    private static void switchHandsSolicitationsToTheOwnerAlone(RunningService running) {
        Lab lab = running.lab();
        Host router = lab.host(HostName.ROUTER);
        String solicitations = "icmp6 and dst host " + GROUP;
        Waiting.untilTrue("the switch to snoop", LIMIT, () -> {
            Capture atOwner = Capture.start(lab.host(HostName.LB1), lab.scratch("captures"), solicitations);
            Capture atBystander = Capture.start(lab.host(HostName.BACKEND1), lab.scratch("captures"), solicitations);
            router.require("ip", "-6", "neighbour", "flush", "to", VIP);
            assertThat(running.client().spread(1, 1)).hasSize(1);
            List<Frame> seen = atOwner.stop();
            return !seen.isEmpty() && atBystander.stop().isEmpty();
        });
    }

    private static Frame.MulticastReport report(Frame frame) {
        return frame.payload() instanceof Frame.MulticastReport report
                ? report
                : new Frame.MulticastReport(List.of(), List.of());
    }

    private static String groups(Host host) {
        return host.require("ip", "-6", "maddress", "show", "dev", "eth0");
    }

    /** The switch's ports that listen to the group, as it has learned from reports. */
    private static String listeners(Lab lab) {
        return lab.wires()
                .require("bridge", "mdb", "show", "dev", lab.topology().bridge())
                .lines()
                .filter(line -> line.contains(GROUP))
                .toList()
                .toString();
    }
}
