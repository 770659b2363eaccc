package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Captures a VIP's frames as they come in and as they leave, within bounds of time, bytes and number. */
public final class FrameCapture {
    private static final int AT_ONCE = 2;
    private static final int PART_BYTES = 256 << 10;
    private static final long PAUSE_MILLIS = 2;

    private final DataPath dataPath;
    private final String node;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Takes the parts of the file, in order. */
    public interface Sink {
        void part(byte[] file) throws InterruptedException;
    }

    /** @param node its name, for the file's reader */
    public FrameCapture(DataPath dataPath, String node) {
        this.dataPath = dataPath;
        this.node = node;
    }

    /** @throws CaptureException if the filter is none, or as many run as may */
    public CaptureSummary take(CaptureRequest request, Sink sink) throws InterruptedException {
        if (!free.tryAcquire()) {
            throw new CaptureException("BUSY", AT_ONCE + " captures run on this node already");
        }
        List<Tap> taps = new ArrayList<>();
        try (DataPath.Tap seen = dataPath.tap()) {
            for (AttachedInterface link : dataPath.interfaces()) {
                if (link.isThere() && link.up()) {
                    taps.add(Tap.open(link, request));
                }
            }
            return new Run(request, taps, sink).run();
        } finally {
            taps.forEach(Tap::close);
            free.release();
        }
    }

    /** One capture on its command's thread. */
    private final class Run {
        private final CaptureRequest request;
        private final List<Tap> taps;
        private final Sink sink;
        private final PcapngWriter file = new PcapngWriter();
        private long left;
        private long frames;
        private boolean full;

        private Run(CaptureRequest request, List<Tap> taps, Sink sink) {
            this.request = request;
            this.taps = taps;
            this.sink = sink;
            left = request.bytes();
        }

        private CaptureSummary run() throws InterruptedException {
            file.section("carom-agent", "VIP " + request.vip() + " on node " + node);
            taps.forEach(tap -> file.link(tap.link().name(), Tap.SNAPSHOT_BYTES));
            left -= file.size();
            long end = System.nanoTime() + request.time().toNanos();
            while (!full && System.nanoTime() - end < 0) {
                if (!drain()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
            sink.part(file.take());
            return new CaptureSummary(frames, taps.stream().mapToLong(Tap::lost).sum(), full);
        }

        /** One frame of each interface; false when none waited. */
        private boolean drain() throws InterruptedException {
            boolean any = false;
            for (int i = 0; i < taps.size() && !full; i++) {
                Optional<PcapngWriter.Packet> next = taps.get(i).next(i);
                if (next.isPresent()) {
                    any = true;
                    write(next.orElseThrow());
                }
            }
            return any;
        }

        private void write(PcapngWriter.Packet packet) throws InterruptedException {
            full = packet.size() > left;
            if (full) {
                return;
            }
            int before = file.size();
            file.packet(packet);
            left -= file.size() - before;
            frames++;
            if (file.size() >= PART_BYTES) {
                sink.part(file.take());
            }
        }
    }
}
