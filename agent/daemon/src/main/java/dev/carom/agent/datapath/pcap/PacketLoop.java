package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.linux.Poller;
import dev.carom.agent.linux.SendBatch;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thread {@code carom-datapath}: wait, dispatch, decide, send, for all interfaces. One thread, because the flow
 * table has one writer. Allocates nothing while frames flow; blocks when there are none.
 */
final class PacketLoop implements Runnable, AutoCloseable {
    /** The forwarder forgets old flows at least this often. */
    private static final int IDLE_MILLIS = 100;

    private static final long STATISTICS_INTERVAL_NANOS = 1_000_000_000L;

    /** A capture in error (link down) may be readable at once and for ever: do not spin on it. */
    private static final int ERROR_PAUSE_MILLIS = 5;

    private final Arena arena = Arena.ofShared();
    private final Capture[] captures;
    private final Forwarder forwarder;
    private final FrameRouter router;
    private final EngineCounters counters;
    private final Poller poller;
    private final FrameBatch batch;
    private final long callback;
    private final MemorySegment statistics;
    private final Thread thread;
    private long statisticsAt;
    private volatile boolean stopped;

    private PacketLoop(
            List<Capture> captures,
            int interfaces,
            Forwarder forwarder,
            ControlFrames controlFrames,
            EngineCounters counters) {
        this.captures = captures.toArray(Capture[]::new);
        this.forwarder = forwarder;
        this.counters = counters;
        @Nullable SendBatch[] egress = new @Nullable SendBatch[interfaces];
        for (Capture capture : captures) {
            egress[capture.attached().index()] = new SendBatch(capture.sender(), FrameBatch.CAPACITY, arena);
        }
        router = new FrameRouter(forwarder, controlFrames, counters, egress);
        batch = new FrameBatch(longest(captures), arena);
        callback = PcapCalls.callback(batch, arena);
        statistics = arena.allocate(PcapCalls.STATS_SIZE, Integer.BYTES);
        poller = new Poller(captures.stream().mapToInt(Capture::descriptor).toArray());
        thread = Thread.ofPlatform().name("carom-datapath").unstarted(this);
    }

    /** @param interfaces how many there are, those included that are gone and have no capture */
    static PacketLoop start(
            List<Capture> captures,
            int interfaces,
            Forwarder forwarder,
            ControlFrames controlFrames,
            EngineCounters counters) {
        PacketLoop loop = new PacketLoop(captures, interfaces, forwarder, controlFrames, counters);
        loop.thread.start();
        return loop;
    }

    private static int longest(List<Capture> captures) {
        return captures.stream()
                .mapToInt(capture ->
                        CaptureOpener.snapshotLength(capture.attached().mtu()))
                .max()
                .orElse(0);
    }

    @Override
    public void run() {
        while (!stopped) {
            boolean more = false;
            for (Capture capture : captures) {
                more |= drain(capture);
            }
            long now = System.nanoTime();
            forwarder.expire(now);
            sampleStatistics(now);
            if (!more) {
                poller.await(IDLE_MILLIS);
            }
        }
    }

    /** One batch of one interface; true when more frames are likely to wait. */
    private boolean drain(Capture capture) {
        batch.clear();
        int taken = PcapCalls.dispatch(capture.handle(), FrameBatch.CAPACITY, callback);
        if (taken < 0) {
            capture.failed();
            pause();
            return false;
        }
        capture.succeeded();
        if (batch.count() > 0) {
            router.route(batch, capture.attached().index(), System.nanoTime(), System.currentTimeMillis());
        }
        return taken == FrameBatch.CAPACITY;
    }

    private void sampleStatistics(long now) {
        if (now - statisticsAt < STATISTICS_INTERVAL_NANOS) {
            return;
        }
        statisticsAt = now;
        countKernelDrops();
    }

    private void countKernelDrops() {
        for (Capture capture : captures) {
            counters.add(capture.attached().index(), Counter.KERNEL_DROPS, capture.newlyDropped(statistics));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ERROR_PAUSE_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Returns when the last frame has been decided; the captures stay open. */
    @Override
    public void close() {
        stopped = true;
        poller.wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                interrupted = true;
            }
        }
        countKernelDrops();
        poller.close();
        arena.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
