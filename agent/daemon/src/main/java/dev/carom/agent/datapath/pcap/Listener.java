package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One interface's handle, and the thread that listens on it. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int ENDLESS = -1;

    private final AttachedInterface attached;
    private final PcapHandle handle;
    private final FrameTaker taker;
    private final Thread thread;

    /** Called by the listener's thread for each frame. */
    interface FrameTaker {
        void take(PcapHandle handle, byte[] frame, int ingress);
    }

    private Listener(AttachedInterface attached, PcapHandle handle, FrameTaker taker) {
        this.attached = attached;
        this.handle = handle;
        this.taker = taker;
        thread = Thread.ofPlatform().name("carom-datapath-" + attached.name()).unstarted(this::listen);
    }

    static Listener start(AttachedInterface attached, FrameTaker taker) {
        Listener listener = new Listener(attached, CaptureOpener.open(attached), taker);
        listener.thread.start();
        return listener;
    }

    private void listen() {
        try {
            handle.loop(ENDLESS, (byte[] frame) -> taker.take(handle, frame, attached.index()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException failure) {
            LOG.error("The capture on {} ended", attached.name(), failure);
        }
    }

    AttachedInterface attached() {
        return attached;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    boolean send(byte[] frame) {
        try {
            handle.sendPacket(frame);
            return true;
        } catch (PcapNativeException | NotOpenException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            handle.breakLoop();
            thread.join();
            handle.close();
        } catch (NotOpenException closed) {
            LOG.debug("closed already", closed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
