package dev.carom.agent.datapath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/** Sees what arrives at a host of a {@link TestSegment}, frame by frame. Made and read on threads within that host. */
public final class FrameWatch implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 20;
    private static final int SNAPSHOT_BYTES = 9_100;

    private final PcapHandle handle;

    public FrameWatch(PcapHandle.PcapDirection direction) throws PcapNativeException, NotOpenException {
        handle = new PcapHandle.Builder("eth0")
                .snaplen(SNAPSHOT_BYTES)
                .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                .bufferSize(BUFFER_BYTES)
                .immediateMode(true)
                .timeoutMillis(1)
                .build();
        handle.setDirection(direction);
        handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
    }

    /** The frames that match, until there are {@code enough} or the time is over. */
    public List<byte[]> take(int enough, long timeoutMillis, Predicate<byte[]> wanted)
            throws NotOpenException, InterruptedException {
        List<byte[]> taken = new ArrayList<>();
        long end = System.nanoTime() + timeoutMillis * 1_000_000;
        while (taken.size() < enough && System.nanoTime() < end) {
            byte[] frame = handle.getNextRawPacket();
            if (frame == null) {
                Thread.sleep(1);
            } else if (wanted.test(frame)) {
                taken.add(frame);
            }
        }
        return taken;
    }

    @Override
    public void close() {
        handle.close();
    }
}
