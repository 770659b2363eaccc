package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is learned on a real segment and what it is told. */
@Tag("lab")
class NeighborsIT extends NeighborsOnASegment {
    /** More than one socket holds. */
    private static final int MANY = 300;

    @Test
    void learnsTheMacOfABackendAndFollowsItsChangeWithinASecond() throws Exception {
        resolveBackend1();
        assertThat(nextLearned()).isEqualTo(segment.mac("backend1"));

        MacAddress other = MacAddress.parse("52:54:00:00:66:66");
        segment.ip("backend1", "link set eth0 address " + other);
        long changed = System.nanoTime();
        assertThat(nextLearned()).isEqualTo(other);
        assertThat(Duration.ofNanos(System.nanoTime() - changed)).isLessThan(Duration.ofSeconds(1));
        assertThat(neighbors.known())
                .singleElement()
                .extracting(NeighborLearned::mac)
                .isEqualTo(other);
    }

    @Test
    void keepsTheKernelsNeighborTableClean() throws Exception {
        resolveBackend1();
        nextLearned();
        assertThat(segment.run("lb", "ip", "neigh", "show")).doesNotContain(segment.address("backend1"));
    }

    @Test
    void announcesATakeOverByGratuitousRequestAndReply() throws Exception {
        Process tcpdump = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        segment.namespace("client"),
                        "tcpdump",
                        "-lne",
                        "-c",
                        "2",
                        "-i",
                        "eth0",
                        "arp host " + TestVip.ADDRESS)
                .start();
        try (var said = tcpdump.errorReader();
                var seen = tcpdump.inputReader()) {
            while (!String.valueOf(said.readLine()).startsWith("listening")) {}
            neighbors.announce(Set.of(TestVip.ADDRESS));
            String mac = segment.mac("lb").toString();
            assertThat(seen.readLine())
                    .contains(mac + " > ff:ff:ff:ff:ff:ff", "Request who-has 10.66.0.100", "tell 10.66.0.100");
            assertThat(seen.readLine()).contains(mac + " > ff:ff:ff:ff:ff:ff", "Reply 10.66.0.100 is-at " + mac);
        } finally {
            tcpdump.destroy();
        }
    }

    @Test
    void tellsThatABackendFellSilent() throws Exception {
        resolveBackend1();
        nextLearned();
        segment.ip("backend1", "link set eth0 down");
        assertThat(silent.poll(60, TimeUnit.SECONDS)).isEqualTo(TestVip.BACKEND_1);
    }

    @Test
    void learnsABackendByNeighborDiscovery() throws Exception {
        neighbors.resolve(
                List.of(new NeighborTarget(TestVip.BACKEND_1, IpAddress.parse(segment.ipv6Address("backend1")))));
        assertThat(nextLearned()).isEqualTo(segment.mac("backend1"));
        assertThat(segment.run("lb", "ip", "-6", "neigh", "show")).doesNotContain(segment.ipv6Address("backend1"));
    }

    @Test
    void joinsTheSolicitedNodeGroupOfAnOwnedVipAndLeavesItOnRelease() throws Exception {
        Set<IpAddress> vip = Set.of(IpAddress.parse("2001:db8:66::ab:cdef"));
        neighbors.announce(vip);
        awaitMembership(true);
        neighbors.release(vip);
        awaitMembership(false);
    }

    @Test
    void joinsTheGroupsOfManyVipsAndLeavesAllOnRelease() throws Exception {
        Set<IpAddress> vips = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> IpAddress.parse("2001:db8:66::ee:%x".formatted(number)))
                .collect(Collectors.toSet());
        neighbors.announce(vips);
        awaitGroups(MANY);
        neighbors.release(vips);
        awaitGroups(0);
    }

    private void awaitGroups(int wanted) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        long joined = -1;
        while (joined != wanted && System.nanoTime() < end) {
            joined = segment.run("lb", "ip", "-6", "maddr", "show", "dev", "eth0")
                    .lines()
                    .filter(line -> line.contains("ff02::1:ffee:"))
                    .count();
        }
        assertThat(joined).isEqualTo(wanted);
    }

    private void awaitMembership(boolean wanted) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        boolean member = !wanted;
        while (member != wanted && System.nanoTime() < end) {
            member = segment.run("lb", "ip", "-6", "maddr", "show", "dev", "eth0")
                    .contains("ff02::1:ffab:cdef");
        }
        assertThat(member).isEqualTo(wanted);
    }
}
