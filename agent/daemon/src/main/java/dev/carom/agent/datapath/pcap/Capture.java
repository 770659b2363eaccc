package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.linux.FileDescriptors;
import dev.carom.agent.linux.LinuxException;
import dev.carom.agent.linux.PacketSocket;
import java.lang.foreign.MemorySegment;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapNativeException;

/** One interface's capture, and the socket that the loop's frames leave by. Used by the data path's thread. */
final class Capture implements AutoCloseable {
    private final AttachedInterface attached;
    private final PcapHandle pcap;
    private final long handle;
    private final PacketSocket sender;
    private long droppedBefore;
    private volatile boolean failing;

    private Capture(AttachedInterface attached, PcapHandle pcap, PacketSocket sender) {
        this.attached = attached;
        this.pcap = pcap;
        this.handle = CaptureOpener.address(pcap);
        this.sender = sender;
    }

    static Capture open(AttachedInterface attached) {
        PcapHandle pcap = CaptureOpener.open(attached);
        try {
            pcap.setBlockingMode(BlockingMode.NONBLOCKING);
            Capture capture = new Capture(
                    attached, pcap, PacketSocket.open(attached.kernelIndex()).bypassingQueues());
            FileDescriptors.setOption(
                    capture.descriptor(), PacketSocket.SOL_PACKET, PacketSocket.PACKET_IGNORE_OUTGOING, 1);
            return capture;
        } catch (PcapNativeException | NotOpenException | LinuxException failure) {
            pcap.close();
            throw new HostChangeException("cannot capture on " + attached.name(), failure);
        } catch (RuntimeException | LinkageError failure) {
            pcap.close();
            throw failure;
        }
    }

    /** The pcap_t. */
    long handle() {
        return handle;
    }

    int descriptor() {
        return PcapCalls.descriptor(handle);
    }

    AttachedInterface attached() {
        return attached;
    }

    PacketSocket sender() {
        return sender;
    }

    /**
     * Frames lost since the last call because the ring was full.
     *
     * @param scratch as in {@link PcapCalls#dropped}
     */
    long newlyDropped(MemorySegment scratch) {
        long dropped = PcapCalls.dropped(handle, scratch);
        long fresh = Math.max(0, dropped - droppedBefore);
        droppedBefore = Math.max(dropped, droppedBefore);
        return fresh;
    }

    void failed() {
        failing = true;
    }

    void succeeded() {
        if (failing) {
            failing = false;
        }
    }

    /** Whether the last dispatch was an error: the link is down, or the interface is gone. */
    boolean failing() {
        return failing;
    }

    @Override
    public void close() {
        pcap.close();
        sender.close();
    }
}
