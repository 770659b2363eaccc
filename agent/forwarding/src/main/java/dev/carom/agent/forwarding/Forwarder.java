package dev.carom.agent.forwarding;

import java.lang.foreign.MemorySegment;

/**
 * Decides frames, one at a time. Owned by the one thread of its data path; {@link #apply}, {@link #adopted} and the
 * reading of {@link #counters} alone may happen on another thread.
 */
public final class Forwarder implements AutoCloseable {
    private static final Verdict.Pass NOT_VIP = new Verdict.Pass(Reason.PASSED_NOT_VIP);
    private final ForwarderCounters counters = new ForwarderCounters();

    public Forwarder(ForwarderSettings settings) {}

    /** The table that the next frame is decided by. */
    public void apply(ForwardingTable table) {}

    /** The table that frames are decided by now, for reading back. */
    public ForwardingTable adopted() {
        return ForwardingTable.EMPTY;
    }

    /**
     * Decides a frame and, for {@link Verdict.Forward}, rewrites its MACs in place. Allocates nothing, never throws for
     * what the frame holds.
     *
     * @param frame from the destination MAC on, without FCS; exactly as long as the frame
     * @param ingressInterface the data path's index of the interface it came in on
     * @param nowNanos a monotonic clock
     */
    public Verdict decide(MemorySegment frame, int ingressInterface, long nowNanos) {
        return NOT_VIP;
    }

    /**
     * The frame to send for the last {@link Verdict.Forward} (the frame given, or a copy when its length had to change)
     * or {@link Verdict.Answer}; valid until the next decision.
     */
    public MemorySegment outgoing() {
        return MemorySegment.NULL;
    }

    /** Forgets expired flows, a bounded number at a time: call it at the end of a batch and every 100 ms when idle. */
    public void expire(long nowNanos) {}

    public ForwarderCounters counters() {
        return counters;
    }

    @Override
    public void close() {}
}
