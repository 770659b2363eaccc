package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.forwarding.Forwarder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drives pcap4j's handles over FFM: dispatch, copy, decide, sendmmsg. Its loop is stopped and another started when an
 * interface changes: the rings of the others hold their frames meanwhile.
 */
final class NativeEngine implements Engine {
    private final Forwarder forwarder;
    private final ControlFrames controlFrames;
    private final EngineCounters counters;
    private final ControlSenders senders;
    /** By interface; null while it is gone. Guarded by this, as is the loop. */
    private final @Nullable Capture[] captures;

    private @Nullable PacketLoop loop;
    private boolean showing;

    private NativeEngine(int interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        this.forwarder = forwarder;
        this.controlFrames = controlFrames;
        counters = new EngineCounters(interfaces);
        senders = new ControlSenders(interfaces, counters, controlFrames.recorder());
        captures = new @Nullable Capture[interfaces];
    }

    /** Opens the interfaces and starts the thread; leaves nothing open when one of them cannot be had. */
    static NativeEngine start(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        NativeEngine engine = new NativeEngine(interfaces.size(), forwarder, controlFrames);
        try {
            engine.follow(interfaces);
            return engine;
        } catch (RuntimeException | LinkageError failure) {
            engine.close();
            throw failure;
        }
    }

    /** The loop runs on with what could be opened. */
    @Override
    public synchronized void follow(List<AttachedInterface> interfaces) {
        if (loop != null && interfaces.stream().allMatch(this::isServed)) {
            return;
        }
        stopLoop();
        try {
            interfaces.forEach(this::reopen);
        } finally {
            loop = PacketLoop.start(present(), captures.length, forwarder, controlFrames, counters);
        }
    }

    /** By the capture that there is; or by none, where none can be opened: libpcap wants the link up for that. */
    private boolean isServed(AttachedInterface now) {
        Capture capture = captures[now.index()];
        return capture == null ? !now.up() : capture.attached().capturesAs(now);
    }

    private void reopen(AttachedInterface now) {
        if (isServed(now)) {
            return;
        }
        Capture before = captures[now.index()];
        captures[now.index()] = null;
        if (before != null) {
            before.close();
        }
        senders.close(now.index());
        if (now.up()) {
            Capture opened = Capture.open(now);
            opened.sender().bypassQueues(!showing);
            captures[now.index()] = opened;
            senders.open(now);
        }
    }

    @Override
    public synchronized void show(boolean sends) {
        showing = sends;
        present().forEach(capture -> capture.sender().bypassQueues(!sends));
    }

    private List<Capture> present() {
        return Stream.of(captures).filter(Objects::nonNull).toList();
    }

    private void stopLoop() {
        PacketLoop running = loop;
        loop = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public synchronized String trouble(int interfaceIndex) {
        PacketLoop running = loop;
        if (running == null || !running.isAlive()) {
            return "the data path's thread has ended";
        }
        Capture capture = captures[interfaceIndex];
        if (capture == null) {
            return "there is no capture";
        }
        return capture.failing() ? "the capture fails: is the link up?" : "";
    }

    @Override
    public String description() {
        return "libpcap, driven natively";
    }

    @Override
    public boolean isFallback() {
        return false;
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        return senders.send(interfaceIndex, frame);
    }

    @Override
    public synchronized void close() {
        stopLoop();
        for (int index = 0; index < captures.length; index++) {
            Capture capture = captures[index];
            captures[index] = null;
            if (capture != null) {
                capture.close();
            }
            senders.close(index);
        }
    }
}
