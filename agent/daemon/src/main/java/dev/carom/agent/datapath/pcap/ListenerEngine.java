package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.InterfaceStatus.EngineMode;
import dev.carom.agent.datapath.pcap.EngineCounters.Counter;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * pcap4j's own raw listener, for where native calls are not permitted or libpcap has another name: about half as fast. A
 * thread per interface; the forwarder has one user at a time by this object's lock.
 */
final class ListenerEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerEngine.class);
    private static final int ENDLESS = -1;

    private final List<AttachedInterface> interfaces;
    private final Forwarder forwarder;
    private final ControlFrames controlFrames;
    private final EngineCounters counters = new EngineCounters();
    private final List<PcapHandle> handles = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private ListenerEngine(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        this.interfaces = List.copyOf(interfaces);
        this.forwarder = forwarder;
        this.controlFrames = controlFrames;
    }

    /** Opens the interfaces and starts their threads; leaves nothing open when one of them cannot be had. */
    static ListenerEngine start(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        ListenerEngine engine = new ListenerEngine(interfaces, forwarder, controlFrames);
        try {
            interfaces.forEach(attached -> engine.handles.add(CaptureOpener.open(attached)));
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
        for (AttachedInterface attached : interfaces) {
            engine.threads.add(Thread.ofPlatform()
                    .name("carom-datapath-" + attached.name())
                    .start(() -> engine.listen(attached.index())));
        }
        return engine;
    }

    private void listen(int ingress) {
        PcapHandle handle = handles.get(ingress);
        try {
            handle.loop(ENDLESS, (byte[] frame) -> take(handle, frame, ingress));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException failure) {
            LOG.error("The capture on {} ended", interfaces.get(ingress).name(), failure);
        }
    }

    private synchronized void take(PcapHandle handle, byte[] frame, int ingress) {
        counters.add(Counter.RECEIVED, 1);
        try {
            if (handle.getOriginalLength() > frame.length) {
                forwarder.counters().count(Reason.DROPPED_TRUNCATED);
            } else if (System.currentTimeMillis() - handle.getTimestamp().getTime() > FrameRouter.STALE_MILLIS) {
                forwarder.counters().count(Reason.DROPPED_STALE);
            } else {
                route(MemorySegment.ofArray(frame), ingress);
            }
        } catch (RuntimeException defect) {
            counters.add(Counter.DECISION_FAILURES, 1);
            LOG.error("A frame of {} bytes could not be decided", frame.length, defect);
        }
    }

    private void route(MemorySegment frame, int ingress) {
        if (ControlTraffic.matches(frame)) {
            controlFrames.offer(ingress, frame);
        }
        long now = System.nanoTime();
        Verdict verdict = forwarder.decide(frame, ingress, now);
        while (verdict != null) {
            switch (verdict) {
                case Verdict.Forward forward -> inject(forward.egressInterface());
                case Verdict.Answer answer -> inject(ingress);
                case Verdict.Pass pass -> {}
                case Verdict.Drop drop -> {}
                case Verdict.Hold hold -> {}
            }
            verdict = forwarder.decideReleased(now);
        }
        forwarder.expire(now);
    }

    private void inject(int egress) {
        if (send(egress, forwarder.outgoing().toArray(ValueLayout.JAVA_BYTE))) {
            counters.add(Counter.INJECTED, 1);
        } else {
            forwarder.counters().count(Reason.DROPPED_NOT_INJECTED);
        }
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        try {
            handles.get(interfaceIndex).sendPacket(frame);
            return true;
        } catch (PcapNativeException | NotOpenException refused) {
            return false;
        }
    }

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public List<InterfaceStatus> status() {
        return interfaces.stream().map(this::status).toList();
    }

    private InterfaceStatus status(AttachedInterface attached) {
        boolean alive = threads.get(attached.index()).isAlive() && InterfaceLookup.isUp(attached.name());
        String reason = alive ? "libpcap, by pcap4j's listener: no native access" : "the capture or the link is down";
        return new InterfaceStatus(attached.name(), EngineMode.PCAP, alive, reason);
    }

    @Override
    public void close() {
        try {
            for (PcapHandle handle : handles) {
                handle.breakLoop();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            handles.forEach(PcapHandle::close);
        } catch (NotOpenException closed) {
            LOG.debug("closed already", closed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
