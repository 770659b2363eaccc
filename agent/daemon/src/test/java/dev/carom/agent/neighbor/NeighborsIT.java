package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.datapath.pcap.PcapDataPath;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.neighbor.NeighborFinding.Code;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours on a real segment, among kernels that answer ARP. */
@Tag("lab")
class NeighborsIT {
    private static final long FIRST_ANSWER_MILLIS = 5_000;
    /** More than one socket holds. */
    private static final int MANY = 300;

    private final BlockingQueue<NeighborLearned> learned = new LinkedBlockingQueue<>();
    private final BlockingQueue<UUID> silent = new LinkedBlockingQueue<>();
    private final BlockingQueue<NeighborFinding> findings = new LinkedBlockingQueue<>();
    private final BlockingQueue<IpAddress> free = new LinkedBlockingQueue<>();
    private final ControlFrames frames = new ControlFrames();
    private TestSegment segment;
    private DataPath dataPath;
    private Neighbors neighbors;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void attach() throws Exception {
        segment = new TestSegment("n");
        DataPathSettings settings = new DataPathSettings(
                List.of("eth0"),
                stateDirectory,
                Offloads.AUTO,
                ForwarderSettings.defaults().withFlowCapacity(1024));
        dataPath = segment.in("lb", () -> PcapDataPath.attach(settings, frames, () -> {}));
        neighbors = segment.in("lb", () -> new Neighbors(frames, dataPath, new Recorder()));
        neighbors.attach(List.of(untagged(dataPath.interfaces().getFirst())));
    }

    private static Segment untagged(AttachedInterface link) {
        return new Segment(
                link,
                0,
                link.addresses().stream().map(LocalAddress::onLink).toList(),
                link.addresses().stream().map(LocalAddress::address).toList(),
                true,
                true);
    }

    private final class Recorder implements NeighborEvents {
        @Override
        public void learned(NeighborLearned neighbor) {
            learned.add(neighbor);
        }

        @Override
        public void silent(UUID backend, int unanswered) {
            silent.add(backend);
        }

        @Override
        public void found(NeighborFinding finding) {
            findings.add(finding);
        }

        @Override
        public void free(IpAddress vip) {
            free.add(vip);
        }
    }

    @AfterEach
    void detach() throws Exception {
        neighbors.close();
        dataPath.close();
        segment.in("lb", () -> {
            HostState.detach(stateDirectory);
            return true;
        });
        segment.close();
    }

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
    void namesTheBackendThatAnswersForAnOwnedVip() throws Exception {
        resolveBackend1();
        nextLearned();
        segment.ip("backend1", "address add " + TestVip.ADDRESS + "/32 dev lo");
        neighbors.announce(Set.of(TestVip.ADDRESS));
        NeighborFinding finding = findings.poll(10, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.code()).isEqualTo(Code.BACKEND_ANSWERS_ARP);
        assertThat(finding.claimant()).isEqualTo(new Claimant.Backend(TestVip.BACKEND_1));
        assertThat(finding.mac()).isEqualTo(segment.mac("backend1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.66.0.100", "2001:db8:66::100"})
    void namesAStrangerWithinTwoSecondsOfItsAnnouncement(String address) throws Exception {
        IpAddress vip = IpAddress.parse(address);
        neighbors.announce(Set.of(vip));
        segment.ip("client", "address add " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0 nodad"));
        String other = vip.isIpv4() ? segment.address("backend2") : segment.ipv6Address("backend2");
        segment.run("client", "sh", "-c", "ping -qc1 -W1 -I %s %s; true".formatted(address, other));
        NeighborFinding finding = findings.poll(20, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.code()).isEqualTo(Code.FOREIGN_OWNER);
        assertThat(finding.vip()).isEqualTo(vip);
        assertThat(finding.mac()).isEqualTo(segment.mac("client"));
    }

    @Test
    void aPeerThatAnswersForAnOwnedVipIsNamed() throws Exception {
        UUID peer = new UUID(0, 77);
        neighbors.meet(Map.of(segment.mac("backend2"), peer));
        neighbors.announce(Set.of(TestVip.ADDRESS));
        segment.ip("backend2", "address add " + TestVip.ADDRESS + "/32 dev lo");
        NeighborFinding finding = findings.poll(20, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.claimant()).isEqualTo(new Claimant.Peer(peer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.66.0.100", "2001:db8:66::100"})
    void provesAVipFreeBeforeItIsClaimedAndNotWhileAStrangerHasIt(String address) throws Exception {
        IpAddress vip = IpAddress.parse(address);
        assertThat(neighbors.provenFree(Set.of(vip))).isEmpty();
        assertThat(free.poll(10, TimeUnit.SECONDS)).isEqualTo(vip);
        assertThat(neighbors.provenFree(Set.of(vip))).containsExactly(vip);
        neighbors.provenFree(Set.of());

        segment.ip("client", "address add " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0 nodad"));
        neighbors.provenFree(Set.of(vip));
        NeighborFinding finding = findings.poll(10, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.mac()).isEqualTo(segment.mac("client"));
        assertThat(free).isEmpty();

        segment.ip("client", "address del " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0"));
        assertThat(free.poll(20, TimeUnit.SECONDS)).isEqualTo(vip);
    }

    @Test
    void tellsThatABackendFellSilent() throws Exception {
        resolveBackend1();
        nextLearned();
        segment.ip("backend1", "link set eth0 down");
        assertThat(silent.poll(10, TimeUnit.SECONDS)).isEqualTo(TestVip.BACKEND_1);
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
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
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
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        boolean member = !wanted;
        while (member != wanted && System.nanoTime() < end) {
            member = segment.run("lb", "ip", "-6", "maddr", "show", "dev", "eth0")
                    .contains("ff02::1:ffab:cdef");
        }
        assertThat(member).isEqualTo(wanted);
    }

    private void resolveBackend1() {
        neighbors.resolve(List.of(new NeighborTarget(TestVip.BACKEND_1, IpAddress.parse(segment.address("backend1")))));
    }

    private MacAddress nextLearned() throws InterruptedException {
        NeighborLearned next = learned.poll(FIRST_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(next).isNotNull();
        return next.mac();
    }
}
