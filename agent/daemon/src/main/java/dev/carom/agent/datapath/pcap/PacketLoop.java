package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.linux.Poller;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The thread {@code carom-datapath}: wait, dispatch, decide, send, for all interfaces. One thread, because the flow
 * table has one writer. Allocates nothing while frames flow; blocks when there are none.
 */
final class PacketLoop implements Runnable {
    /** The forwarder forgets old flows at least this often. */
    private static final int IDLE_MILLIS = 100;

    private static final long STATISTICS_INTERVAL_NANOS = 1_000_000_000L;

    /** A capture in error (link down) is readable at once and for ever: do not spin on it. */
    private static final int ERROR_PAUSE_MILLIS = 50;

    private final Capture[] captures;
    private final Forwarder forwarder;
    private final FrameRouter router;
    private final EngineCounters counters;
    private final Poller poller;
    private final FrameBatch batch;
    private final long callback;
    private final MemorySegment statistics;
    private long statisticsAt;
    private volatile boolean stopped;

    PacketLoop(
            Capture[] captures,
            Forwarder forwarder,
            FrameRouter router,
            EngineCounters counters,
            Poller poller,
            FrameBatch batch,
            Arena arena) {
        this.captures = captures.clone();
        this.forwarder = forwarder;
        this.router = router;
        this.counters = counters;
        this.poller = poller;
        this.batch = batch;
        this.callback = PcapCalls.callback(batch, arena);
        this.statistics = arena.allocate(PcapCalls.STATS_SIZE, Integer.BYTES);
    }

    @Override
    public void run() {
        while (!stopped) {
            boolean more = false;
            for (int i = 0; i < captures.length; i++) {
                more |= drain(i);
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
    private boolean drain(int index) {
        batch.clear();
        int taken = PcapCalls.dispatch(captures[index].handle(), FrameBatch.CAPACITY, callback);
        if (taken < 0) {
            captures[index].failed();
            pause();
            return false;
        }
        captures[index].succeeded();
        if (batch.count() > 0) {
            router.route(batch, index, System.nanoTime(), System.currentTimeMillis());
        }
        return taken == FrameBatch.CAPACITY;
    }

    private void sampleStatistics(long now) {
        if (now - statisticsAt < STATISTICS_INTERVAL_NANOS) {
            return;
        }
        statisticsAt = now;
        long dropped = 0;
        for (Capture capture : captures) {
            dropped += PcapCalls.dropped(capture.handle(), statistics);
        }
        counters.set(Counter.KERNEL_DROPS, dropped);
    }

    private static void pause() {
        try {
            Thread.sleep(ERROR_PAUSE_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop soon; from any thread. */
    void stop() {
        stopped = true;
        poller.wake();
    }
}
