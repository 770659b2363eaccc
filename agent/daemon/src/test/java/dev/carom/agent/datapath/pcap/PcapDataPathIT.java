package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.FrameWatch;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.packet.MacAddress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.PcapHandle.PcapDirection;

/** The pcap engine between real kernels. */
@Tag("lab")
class PcapDataPathIT {
    private static final int FRAMES = 100_000;
    private static final int WARM_UP_FRAMES = 60_000;
    private static final int SLICE_BYTES = 40;
    private static final int UNSERVED_PORT = 81;
    private static final int QUIET_MILLIS = 1_500;

    private TestSegment segment;
    private DataPath dataPath;
    private MacAddress lb;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void attach() throws Exception {
        segment = new TestSegment("p");
        lb = segment.mac("lb");
        segment.run("lb", "sysctl", "-qw", "net.ipv4.ip_forward=1");
        DataPathSettings settings = new DataPathSettings(
                List.of("eth0"),
                stateDirectory,
                Offloads.AUTO,
                ForwarderSettings.defaults().withFlowCapacity(1 << 14));
        dataPath = segment.in("lb", () -> PcapDataPath.attach(settings, new ControlFrames(), () -> {}));
    }

    @AfterEach
    void detach() throws Exception {
        dataPath.close();
        segment.in("lb", () -> {
            HostState.detach(stateDirectory);
            return true;
        });
        segment.close();
    }

    @Test
    void forwardsEveryFrameAndChangesOnlyItsMacs() throws Exception {
        applyVip();
        try (Burst burst = new Burst(segment)) {
            burst.run(FRAMES);
            assertThat(burst.missing()).as(dataPath.counters().toString()).isEmpty();
            assertThat(burst.changed()).isEmpty();
        }
        DataPathCounters counters = dataPath.counters();
        assertThat(counters.engine().injected()).isEqualTo(FRAMES);
        assertThat(counters.engine().kernelDrops()).isZero();
        assertThat(counters.vips())
                .singleElement()
                .extracting(VipCount::packets)
                .isEqualTo((long) FRAMES);
        assertThat(counters.backends())
                .hasSize(2)
                .allSatisfy(backend -> assertThat(backend.packets()).isPositive());
        assertThat(counters.backends().stream().mapToLong(BackendCount::packets).sum())
                .isEqualTo(FRAMES);
        assertThat(counters.reasons().get(Reason.FORWARDED_NEW_FLOW)).isEqualTo(counters.flows());
    }

    @Test
    void allocatesNothingWhileFramesFlow() throws Exception {
        applyVip();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long loop = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("carom-datapath"))
                .findFirst()
                .orElseThrow()
                .threadId();
        try (Burst burst = new Burst(segment)) {
            burst.run(WARM_UP_FRAMES);
            long before = threads.getThreadAllocatedBytes(loop);
            burst.run(FRAMES);
            assertThat(threads.getThreadAllocatedBytes(loop) - before)
                    .as("only the first frame in a slot of the batch makes that slot's slice")
                    .isLessThanOrEqualTo((long) FrameBatch.CAPACITY * SLICE_BYTES);
        }
    }

    @Test
    void answersArpForAnOwnedVip() throws Exception {
        applyVip();
        assertThat(segment.run("client", "ping", "-c", "1", "-W", "2", TestVip.ADDRESS.toString()))
                .contains("1 received");
        assertThat(segment.run("client", "ip", "neigh", "show", TestVip.ADDRESS.toString()))
                .contains("lladdr " + lb);
    }

    @Test
    void keepsTheKernelSilent() throws Exception {
        segment.ip("lb", "neigh add " + TestVip.ADDRESS + " lladdr " + segment.mac("backend1") + " dev eth0");
        assertThat(framesFromLbAfterASynToAnUnservedPort())
                .as("without a guard this kernel, which forwards, does act on the frame")
                .isNotEmpty();
        applyVip();
        assertThat(segment.run("lb", "nft", "list", "table", "netdev", "carom"))
                .contains("priority -300", TestVip.ADDRESS.toString());
        assertThat(framesFromLbAfterASynToAnUnservedPort()).isEmpty();
        assertThat(dataPath.counters().reasons().get(Reason.DROPPED_NO_LISTENER))
                .isOne();
    }

    @Test
    void makesGoodAGuardThatAStrangerFlushed() throws Exception {
        applyVip();
        String guard = segment.run("lb", "nft", "list", "ruleset");
        segment.run("lb", "nft", "flush", "ruleset");
        long end = System.nanoTime() + 1_000_000_000;
        while (dataPath.counters().engine().guardRestorations() == 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(segment.run("lb", "nft", "list", "ruleset")).isEqualTo(guard);
        assertThat(dataPath.counters().engine().guardRestorations()).isOne();
        assertThat(dataPath.counters().engine().guardChangedBy()).matches("nft \\(pid \\d+\\)");
    }

    @Test
    void saysThatAnInterfaceIsNotReadyWhileItsLinkIsDown() throws Exception {
        assertThat(status().ready()).isTrue();
        segment.ip("lb", "link set eth0 down");
        assertThat(status().ready()).isFalse();
        segment.ip("lb", "link set eth0 up");
        applyVip();
        try (Burst burst = new Burst(segment)) {
            burst.run(100);
            assertThat(burst.missing()).isEmpty();
        }
        assertThat(status().ready()).isTrue();
    }

    private InterfaceStatus status() throws Exception {
        return segment.in("lb", () -> dataPath.status().getFirst());
    }

    /** IPv6 left out: the kernel announces itself. */
    private List<byte[]> framesFromLbAfterASynToAnUnservedPort() throws Exception {
        MacAddress client = segment.mac("client");
        try (FrameWatch watch = segment.in("lb", () -> new FrameWatch(PcapDirection.OUT))) {
            segment.in(
                    "client",
                    () -> Burst.send(TestFrames.syn(lb, client, segment.address("client"), 4_000, UNSERVED_PORT, 1)));
            return segment.in("lb", () -> watch.take(1, QUIET_MILLIS, frame -> TestFrames.etherType(frame) != 0x86dd));
        }
    }

    private void applyVip() throws Exception {
        MacAddress backend1 = segment.mac("backend1");
        MacAddress backend2 = segment.mac("backend2");
        segment.in("lb", () -> {
            dataPath.apply(TestVip.table(dataPath.interfaces().getFirst(), backend1, backend2));
            return true;
        });
    }
}
