package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import dev.carom.agent.linux.SendBatch;
import java.lang.foreign.MemorySegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the frames of a batch and sends them on. Owned by the data path's thread; allocates nothing. */
final class FrameRouter {
    private static final Logger LOG = LoggerFactory.getLogger(FrameRouter.class);

    /** Older frames met a process that was stopped: their sender has sent them again. */
    static final long STALE_MILLIS = 500;

    private final Forwarder forwarder;
    private final ControlFrames controlFrames;
    private final EngineCounters counters;
    private final SendBatch[] egress;

    FrameRouter(Forwarder forwarder, ControlFrames controlFrames, EngineCounters counters, SendBatch[] egress) {
        this.forwarder = forwarder;
        this.controlFrames = controlFrames;
        this.counters = counters;
        this.egress = egress.clone();
    }

    void route(FrameBatch batch, int ingress, long nowNanos, long wallMillis) {
        counters.add(Counter.RECEIVED, batch.count());
        for (int slot = 0; slot < batch.count(); slot++) {
            if (batch.truncated(slot)) {
                forwarder.counters().count(Reason.DROPPED_TRUNCATED);
            } else if (wallMillis - batch.capturedMillis(slot) > STALE_MILLIS) {
                forwarder.counters().count(Reason.DROPPED_STALE);
            } else {
                routeOne(batch, slot, ingress, nowNanos);
            }
        }
        for (SendBatch sends : egress) {
            flush(sends);
        }
        sendReleased(nowNanos);
    }

    /** After their firsts, and one by one: the forwarder has one frame's worth of memory for them. */
    private void sendReleased(long nowNanos) {
        Verdict verdict = forwarder.decideReleased(nowNanos);
        while (verdict != null) {
            if (verdict instanceof Verdict.Forward forward) {
                MemorySegment outgoing = forwarder.outgoing();
                egress[forward.egressInterface()].add(outgoing.address(), outgoing.byteSize());
                flush(egress[forward.egressInterface()]);
            }
            verdict = forwarder.decideReleased(nowNanos);
        }
    }

    private void routeOne(FrameBatch batch, int slot, int ingress, long nowNanos) {
        MemorySegment frame = batch.frame(slot);
        boolean control = ControlTraffic.matches(frame);
        if (control) {
            controlFrames.offer(ingress, frame);
        }
        try {
            switch (forwarder.decide(frame, ingress, nowNanos)) {
                case Verdict.Forward forward -> enqueue(batch, slot, frame, forward.egressInterface());
                case Verdict.Answer answer -> enqueue(batch, slot, frame, ingress);
                case Verdict.Pass pass -> {}
                case Verdict.Drop drop -> {}
                case Verdict.Hold hold -> {}
            }
        } catch (RuntimeException defect) {
            counters.add(Counter.DECISION_FAILURES, 1);
            LOG.error("A frame of {} bytes could not be decided", frame.byteSize(), defect);
        }
    }

    /** What goes out is the frame itself, or the forwarder's own copy, which the next decision overwrites. */
    private void enqueue(FrameBatch batch, int slot, MemorySegment frame, int egressInterface) {
        MemorySegment outgoing = forwarder.outgoing();
        if (outgoing.address() != frame.address() && !batch.replace(slot, outgoing)) {
            forwarder.counters().count(Reason.DROPPED_NOT_INJECTED);
            return;
        }
        egress[egressInterface].add(batch.address(slot), batch.length(slot));
    }

    private void flush(SendBatch sends) {
        int queued = sends.size();
        if (queued == 0) {
            return;
        }
        int refused = sends.flush();
        counters.add(Counter.INJECTED, queued - refused);
        for (int i = 0; i < refused; i++) {
            forwarder.counters().count(Reason.DROPPED_NOT_INJECTED);
        }
    }
}
