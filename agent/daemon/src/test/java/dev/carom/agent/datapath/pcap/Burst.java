package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.FrameWatch;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.linux.PacketSocket;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.pcap4j.core.PcapHandle.PcapDirection;

/**
 * The client's SYNs to the VIP, as many at a time as have not arrived yet: like TCP, and unlike a flood, so that every
 * one that is missing was lost.
 */
final class Burst implements AutoCloseable {
    private static final int WINDOW = 256;
    private static final int FLOWS = 1_000;
    private static final int FIRST_PORT = 10_000;
    private static final int SEQUENCE_OFFSET = 38;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final TestSegment segment;
    private final MacAddress lb;
    private final List<FrameWatch> watches = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final ConcurrentLinkedQueue<byte[]> changed = new ConcurrentLinkedQueue<>();
    private volatile AtomicReferenceArray<byte[]> underway = new AtomicReferenceArray<>(0);
    private volatile boolean stopped;

    Burst(TestSegment segment) throws Exception {
        this.segment = segment;
        lb = segment.mac("lb");
        for (String backend : List.of("backend1", "backend2")) {
            MacAddress mac = segment.mac(backend);
            FrameWatch watch = segment.in(backend, () -> new FrameWatch(PcapDirection.IN));
            watches.add(watch);
            readers.add(Thread.ofPlatform().start(() -> read(watch, mac)));
        }
    }

    /** Returns when all have arrived, or nothing has for a while. */
    void run(int count) throws Exception {
        MacAddress client = segment.mac("client");
        AtomicReferenceArray<byte[]> frames = new AtomicReferenceArray<>(count);
        for (int i = 0; i < count; i++) {
            frames.set(i, TestFrames.syn(lb, client, segment.address("client"), FIRST_PORT + i % FLOWS, 80, i));
        }
        arrived.set(0);
        underway = frames;
        segment.in("client", () -> {
            try (PacketSocket socket = open()) {
                for (int i = 0; i < count && awaitArrived(i - WINDOW); i++) {
                    socket.send(frames.get(i));
                }
                return awaitArrived(count);
            }
        });
    }

    private boolean awaitArrived(int wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (arrived.get() < wanted) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(0, 200_000);
        }
        return true;
    }

    private void read(FrameWatch watch, MacAddress backend) {
        try {
            while (!stopped) {
                watch.take(WINDOW, 20, frame -> TestFrames.isFrom(frame, lb) && TestFrames.etherType(frame) == 0x0800)
                        .forEach(frame -> arrive(frame, backend));
            }
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void arrive(byte[] frame, MacAddress backend) {
        int sequence = ByteBuffer.wrap(frame).getInt(SEQUENCE_OFFSET);
        byte[] sent = underway.getAndSet(sequence, null);
        if (sent == null
                || !TestFrames.isTo(frame, backend)
                || !Arrays.equals(TestFrames.withoutMacs(frame), TestFrames.withoutMacs(sent))) {
            changed.add(frame);
        }
        arrived.incrementAndGet();
    }

    /** The numbers of the frames that no backend saw. */
    List<Integer> missing() {
        return IntStream.range(0, underway.length())
                .filter(i -> underway.get(i) != null)
                .boxed()
                .toList();
    }

    /** Frames that came twice, at the wrong backend, or with more changed than their MACs. */
    List<byte[]> changed() {
        return List.copyOf(changed);
    }

    static boolean send(byte[] frame) {
        try (PacketSocket socket = open()) {
            socket.send(frame);
            return true;
        }
    }

    private static PacketSocket open() {
        return PacketSocket.open(
                InterfaceLookup.find(List.of("eth0")).getFirst().kernelIndex());
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread reader : readers) {
            reader.join();
        }
        watches.forEach(FrameWatch::close);
    }
}
