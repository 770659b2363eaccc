package dev.carom.agent.forwarding;

import java.lang.foreign.MemorySegment;

/**
 * Decides frames, one at a time. Owned by the one thread of its data path; {@link #apply} alone may be called from
 * another thread.
 */
public final class Forwarder implements AutoCloseable {
    private static final Verdict.Pass NOT_VIP = new Verdict.Pass(Reason.PASSED_NOT_VIP);

    /** The table that the next frame is decided by. */
    public void apply(ForwardingTable table) {}

    /**
     * Decides a frame and, for {@link Verdict.Forward}, rewrites its MACs in place.
     *
     * @param frame from the destination MAC on, without FCS; exactly as long as the frame
     * @param ingressInterface the data path's index of the interface it came in on
     * @param nowNanos a monotonic clock
     */
    public Verdict decide(MemorySegment frame, int ingressInterface, long nowNanos) {
        return NOT_VIP;
    }

    /** The frame of the last {@link Verdict.Answer}; valid until the next decision. */
    public MemorySegment reply() {
        return MemorySegment.NULL;
    }

    @Override
    public void close() {}
}
