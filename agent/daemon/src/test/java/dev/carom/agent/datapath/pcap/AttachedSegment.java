package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.FrameWatch;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestService;
import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.linux.PacketSocket;
import dev.carom.agent.packet.MacAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.pcap4j.core.PcapHandle.PcapDirection;

/** A {@link TestSegment} with a data path on one of its hosts. */
public final class AttachedSegment implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long AGAIN_MILLIS = 500;

    public final DataPath dataPath;
    public final ControlFrames controlFrames = new ControlFrames();
    private final TestSegment segment;
    private final String host;
    private final Path stateDirectory;

    public AttachedSegment(TestSegment segment, String host, Path stateDirectory, Offloads offloads, String... links)
            throws Exception {
        this.segment = segment;
        this.host = host;
        this.stateDirectory = stateDirectory;
        DataPathSettings settings = new DataPathSettings(
                List.of(links),
                stateDirectory,
                offloads,
                ForwarderSettings.defaults().withFlowCapacity(1 << 10));
        dataPath = segment.in(host, () -> PcapDataPath.attach(settings, controlFrames, () -> {}));
    }

    void serve(TestService service) throws Exception {
        segment.in(host, () -> {
            dataPath.apply(service.table(dataPath.interfaces()));
            return true;
        });
    }

    InterfaceStatus status() throws Exception {
        return segment.in(host, () -> dataPath.status().getFirst());
    }

    long count(Reason reason) {
        return dataPath.counters().reasons().getOrDefault(reason, 0L);
    }

    /**
     * The frame that matches of those that arrive at a host when another is sent from elsewhere: again and again, as
     * TCP would, for on a slow machine a frame may grow stale in the ring. Empty when none came in time.
     */
    List<byte[]> sent(String from, byte[] frame, String to, Predicate<byte[]> wanted) throws Exception {
        try (FrameWatch watch = segment.in(to, () -> new FrameWatch(PcapDirection.IN))) {
            List<byte[]> arrived = List.of();
            for (long spent = 0; spent < PATIENCE_MILLIS && arrived.isEmpty(); spent += AGAIN_MILLIS) {
                send(from, frame);
                arrived = segment.in(to, () -> watch.take(1, AGAIN_MILLIS, wanted));
            }
            return arrived;
        }
    }

    void send(String from, byte[] frame) throws Exception {
        segment.in(from, () -> {
            try (PacketSocket socket =
                    PacketSocket.open(NetworkInterface.getByName("eth0").getIndex())) {
                socket.send(frame);
            }
            return true;
        });
    }

    static Predicate<byte[]> from(MacAddress source) {
        return frame -> TestFrames.isFrom(frame, source);
    }

    /** Waits, for as long as a slow machine may need. */
    public static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE_MILLIS + " ms");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws Exception {
        dataPath.close();
        segment.in(host, () -> {
            HostState.detach(stateDirectory);
            return true;
        });
    }
}
