package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import dev.carom.agent.linux.SendBatch;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
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
    private final PartialChecksum partialChecksum = new PartialChecksum();
    /** By interface; null while it is gone. */
    private final @Nullable SendBatch[] egress;

    private boolean sampled;

    FrameRouter(
            Forwarder forwarder, ControlFrames controlFrames, EngineCounters counters, @Nullable SendBatch[] egress) {
        this.forwarder = forwarder;
        this.controlFrames = controlFrames;
        this.counters = counters;
        this.egress = egress.clone();
    }

    void route(FrameBatch batch, int ingress, long nowNanos, long wallMillis) {
        counters.add(ingress, Counter.RECEIVED, batch.count());
        sampled = false;
        for (int slot = 0; slot < batch.count(); slot++) {
            if (batch.truncated(slot)) {
                forwarder.counters().count(Reason.DROPPED_TRUNCATED);
                counters.truncated(ingress, batch.realLength(slot), nowNanos);
            } else if (wallMillis - batch.capturedMillis(slot) > STALE_MILLIS) {
                forwarder.counters().count(Reason.DROPPED_STALE);
            } else {
                routeOne(batch, slot, ingress, nowNanos);
            }
        }
        for (int index = 0; index < egress.length; index++) {
            flush(index, egress[index]);
        }
        sendReleased(nowNanos);
    }

    /** After their firsts, and one by one: the forwarder has one frame's worth of memory for them. */
    private void sendReleased(long nowNanos) {
        Verdict verdict = forwarder.decideReleased(nowNanos);
        while (verdict != null) {
            if (verdict instanceof Verdict.Forward forward) {
                sendReleased(forward.egressInterface());
            }
            verdict = forwarder.decideReleased(nowNanos);
        }
    }

    private void sendReleased(int egressInterface) {
        SendBatch sends = egress[egressInterface];
        if (sends == null) {
            notInjected(egressInterface, 1);
            return;
        }
        sends.add(forwarder.outgoing().address(), forwarder.outgoing().byteSize());
        flush(egressInterface, sends);
    }

    private void routeOne(FrameBatch batch, int slot, int ingress, long nowNanos) {
        MemorySegment frame = batch.frame(slot);
        boolean control = ControlTraffic.matches(frame);
        if (control) {
            controlFrames.offer(ingress, frame);
        }
        boolean recorded = ControlTraffic.isRecorded(frame);
        if (recorded) {
            controlFrames.recorder().met(ingress, frame, batch.capturedMillis(slot), false);
        }
        try {
            switch (forwarder.decide(frame, ingress, nowNanos)) {
                case Verdict.Forward forward -> {
                    sample(frame, ingress);
                    enqueue(batch, slot, frame, forward.egressInterface());
                }
                case Verdict.Answer answer -> {
                    if (recorded) {
                        controlFrames.recorder().met(ingress, forwarder.outgoing(), batch.capturedMillis(slot), true);
                    }
                    enqueue(batch, slot, frame, ingress);
                }
                case Verdict.Pass pass -> {}
                case Verdict.Drop drop -> {}
                case Verdict.Hold hold -> {}
            }
        } catch (RuntimeException defect) {
            counters.decisionFailed();
            LOG.error("A frame of {} bytes could not be decided", frame.byteSize(), defect);
        }
    }

    /** One forwarded frame of a batch is looked at more closely. */
    private void sample(MemorySegment frame, int ingress) {
        if (!sampled) {
            sampled = true;
            counters.add(ingress, Counter.PARTIAL_CHECKSUMS, partialChecksum.isIn(frame) ? 1 : 0);
        }
    }

    /** What goes out is the frame itself, or the forwarder's own copy, which the next decision overwrites. */
    private void enqueue(FrameBatch batch, int slot, MemorySegment frame, int egressInterface) {
        MemorySegment outgoing = forwarder.outgoing();
        SendBatch sends = egress[egressInterface];
        if (sends == null || outgoing.address() != frame.address() && !batch.replace(slot, outgoing)) {
            notInjected(egressInterface, 1);
            return;
        }
        sends.add(batch.address(slot), batch.length(slot));
    }

    private void flush(int egressInterface, @Nullable SendBatch sends) {
        if (sends == null || sends.size() == 0) {
            return;
        }
        int queued = sends.size();
        int refused = sends.flush();
        counters.add(egressInterface, Counter.INJECTED, queued - refused);
        notInjected(egressInterface, refused);
    }

    private void notInjected(int egressInterface, int frames) {
        for (int i = 0; i < frames; i++) {
            forwarder.counters().count(Reason.DROPPED_NOT_INJECTED);
            counters.notInjected(egressInterface);
        }
    }
}
