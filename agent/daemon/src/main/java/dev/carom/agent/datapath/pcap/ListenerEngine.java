package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.PcapHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * pcap4j's own raw listener, for where native calls are not permitted or libpcap has another name: about half as fast. A
 * thread per interface; the forwarder has one user at a time by this object's lock.
 */
final class ListenerEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerEngine.class);

    private final Forwarder forwarder;
    private final ControlFrames controlFrames;
    private final EngineCounters counters;
    private final PartialChecksum partialChecksum = new PartialChecksum();
    /** By interface; null while it is gone. */
    private final @Nullable Listener[] listeners;

    private ListenerEngine(int interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        this.forwarder = forwarder;
        this.controlFrames = controlFrames;
        counters = new EngineCounters(interfaces);
        listeners = new @Nullable Listener[interfaces];
    }

    /** Opens the interfaces and starts their threads; leaves nothing open when one of them cannot be had. */
    static ListenerEngine start(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        ListenerEngine engine = new ListenerEngine(interfaces.size(), forwarder, controlFrames);
        try {
            engine.follow(interfaces);
            return engine;
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
    }

    /** Not under the lock: a listener that ends may be waiting for it. */
    @Override
    public void follow(List<AttachedInterface> interfaces) {
        for (AttachedInterface now : interfaces) {
            Listener before = listener(now.index());
            if (before != null && before.attached().capturesAs(now)) {
                continue;
            }
            replace(now.index(), null);
            if (before != null) {
                before.close();
            }
            if (now.up()) {
                replace(now.index(), Listener.start(now, this::take));
            }
        }
    }

    private synchronized @Nullable Listener listener(int interfaceIndex) {
        return listeners[interfaceIndex];
    }

    private synchronized void replace(int interfaceIndex, @Nullable Listener listener) {
        listeners[interfaceIndex] = listener;
    }

    private synchronized void take(PcapHandle handle, byte[] frame, int ingress) {
        counters.add(ingress, Counter.RECEIVED, 1);
        long now = System.nanoTime();
        try {
            if (handle.getOriginalLength() > frame.length) {
                forwarder.counters().count(Reason.DROPPED_TRUNCATED);
                counters.truncated(ingress, handle.getOriginalLength(), now);
            } else if (System.currentTimeMillis() - handle.getTimestamp().getTime() > FrameRouter.STALE_MILLIS) {
                forwarder.counters().count(Reason.DROPPED_STALE);
            } else {
                route(MemorySegment.ofArray(frame), ingress, now);
            }
        } catch (RuntimeException defect) {
            counters.decisionFailed();
            LOG.error("A frame of {} bytes could not be decided", frame.length, defect);
        }
    }

    private void route(MemorySegment frame, int ingress, long now) {
        if (ControlTraffic.matches(frame)) {
            controlFrames.offer(ingress, frame);
        }
        boolean recorded = ControlTraffic.isRecorded(frame);
        if (recorded) {
            controlFrames.recorder().met(ingress, frame, System.currentTimeMillis(), false);
        }
        Verdict verdict = forwarder.decide(frame, ingress, now);
        while (verdict != null) {
            switch (verdict) {
                case Verdict.Forward forward -> {
                    counters.add(ingress, Counter.PARTIAL_CHECKSUMS, partialChecksum.isIn(frame) ? 1 : 0);
                    inject(forward.egressInterface());
                }
                case Verdict.Answer answer -> {
                    if (recorded) {
                        controlFrames.recorder().met(ingress, forwarder.outgoing(), System.currentTimeMillis(), true);
                    }
                    inject(ingress);
                }
                case Verdict.Pass pass -> {}
                case Verdict.Drop drop -> {}
                case Verdict.Hold hold -> {}
            }
            verdict = forwarder.decideReleased(now);
        }
        forwarder.expire(now);
    }

    private void inject(int egress) {
        if (pass(egress, forwarder.outgoing().toArray(ValueLayout.JAVA_BYTE))) {
            counters.add(egress, Counter.INJECTED, 1);
        } else {
            forwarder.counters().count(Reason.DROPPED_NOT_INJECTED);
        }
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        boolean sent = pass(interfaceIndex, frame);
        if (sent) {
            controlFrames.recorder().sent(interfaceIndex, frame);
        }
        return sent;
    }

    private boolean pass(int interfaceIndex, byte[] frame) {
        Listener listener = listener(interfaceIndex);
        boolean sent = listener != null && listener.send(frame);
        if (!sent) {
            counters.notInjected(interfaceIndex);
        }
        return sent;
    }

    /** Its handles send past no tap, ever. */
    @Override
    public void show(boolean sends) {}

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public String trouble(int interfaceIndex) {
        Listener listener = listener(interfaceIndex);
        return listener != null && listener.isAlive() ? "" : "the capture ended";
    }

    @Override
    public String description() {
        return "libpcap, by pcap4j's listener: no native access";
    }

    @Override
    public boolean isFallback() {
        return true;
    }

    @Override
    public void close() {
        for (int index = 0; index < listeners.length; index++) {
            Listener listener = listener(index);
            replace(index, null);
            if (listener != null) {
                listener.close();
            }
        }
    }
}
