package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.InterfaceStatus.EngineMode;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.linux.LinuxException;
import dev.carom.agent.linux.PacketSocket;
import dev.carom.agent.linux.Poller;
import dev.carom.agent.linux.SendBatch;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** Drives pcap4j's handles over FFM: dispatch, copy, decide, sendmmsg. */
final class NativeEngine implements Engine {
    private final EngineCounters counters = new EngineCounters();
    private final Arena arena = Arena.ofShared();
    private final List<Capture> captures;
    /** Apart from the loop's sockets: frames of other threads keep out of its way, and taps on this host see them. */
    private final List<PacketSocket> senders;

    private final Poller poller;
    private final PacketLoop loop;
    private final Thread thread;

    private NativeEngine(
            List<Capture> captures, List<PacketSocket> senders, Forwarder forwarder, ControlFrames controlFrames) {
        this.captures = captures;
        this.senders = senders;
        poller = new Poller(captures.stream().mapToInt(Capture::descriptor).toArray());
        SendBatch[] egress = captures.stream()
                .map(capture -> new SendBatch(capture.sender(), FrameBatch.CAPACITY, arena))
                .toArray(SendBatch[]::new);
        FrameRouter router = new FrameRouter(forwarder, controlFrames, counters, egress);
        int longest = captures.stream()
                .mapToInt(capture ->
                        CaptureOpener.snapshotLength(capture.attached().mtu()))
                .max()
                .orElseThrow();
        loop = new PacketLoop(
                captures.toArray(Capture[]::new),
                forwarder,
                router,
                counters,
                poller,
                new FrameBatch(longest, arena),
                arena);
        thread = Thread.ofPlatform().name("carom-datapath").unstarted(loop);
    }

    /** Opens the interfaces and starts the thread; leaves nothing open when one of them cannot be had. */
    static NativeEngine start(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        List<Capture> captures = new ArrayList<>();
        List<PacketSocket> senders = new ArrayList<>();
        try {
            for (AttachedInterface attached : interfaces) {
                captures.add(Capture.open(attached));
                senders.add(PacketSocket.open(attached.kernelIndex()));
            }
            NativeEngine engine =
                    new NativeEngine(List.copyOf(captures), List.copyOf(senders), forwarder, controlFrames);
            engine.thread.start();
            return engine;
        } catch (RuntimeException | LinkageError failure) {
            captures.forEach(Capture::close);
            senders.forEach(PacketSocket::close);
            throw failure;
        }
    }

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public List<InterfaceStatus> status() {
        return captures.stream().map(this::status).toList();
    }

    private InterfaceStatus status(Capture capture) {
        String name = capture.attached().name();
        if (!thread.isAlive()) {
            return new InterfaceStatus(name, EngineMode.PCAP, false, "the data path's thread has ended");
        }
        if (capture.failing()) {
            return new InterfaceStatus(name, EngineMode.PCAP, false, "the capture fails: is the link up?");
        }
        boolean up = InterfaceLookup.isUp(name);
        return new InterfaceStatus(name, EngineMode.PCAP, up, up ? "libpcap, driven natively" : "the link is down");
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        try {
            senders.get(interfaceIndex).send(frame);
            return true;
        } catch (LinuxException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        loop.stop();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        captures.forEach(Capture::close);
        senders.forEach(PacketSocket::close);
        poller.close();
        arena.close();
    }
}
