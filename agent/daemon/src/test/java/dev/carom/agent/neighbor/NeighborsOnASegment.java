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
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Neighbours on a real segment, among kernels that answer ARP, and what they told. */
abstract class NeighborsOnASegment {
    private static final long FIRST_ANSWER_MILLIS = 60_000;

    final BlockingQueue<NeighborLearned> learned = new LinkedBlockingQueue<>();
    final BlockingQueue<UUID> silent = new LinkedBlockingQueue<>();
    final BlockingQueue<NeighborFinding> findings = new LinkedBlockingQueue<>();
    final BlockingQueue<IpAddress> free = new LinkedBlockingQueue<>();
    private final ControlFrames frames = new ControlFrames();
    TestSegment segment;
    DataPath dataPath;
    Neighbors neighbors;

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

    void resolveBackend1() {
        neighbors.resolve(List.of(new NeighborTarget(TestVip.BACKEND_1, IpAddress.parse(segment.address("backend1")))));
    }

    MacAddress nextLearned() throws InterruptedException {
        NeighborLearned next = learned.poll(FIRST_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(next).isNotNull();
        return next.mac();
    }
}
