package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.EthernetView;
import dev.carom.agent.packet.IcmpView;
import dev.carom.agent.packet.IpView;
import dev.carom.agent.packet.TransportView;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The one frame being decided, the views of it, and the table it is decided by. Reused; the data path's thread only. */
final class FrameInHand {
    final EthernetView ethernet = new EthernetView();
    final IpView ip = new IpView();
    final TransportView transport = new TransportView();
    final IcmpView icmp = new IcmpView();
    final FlowKey key = new FlowKey();

    MemorySegment frame = MemorySegment.NULL;
    /** What leaves: the frame itself, or what stands in its place. */
    MemorySegment outgoing = MemorySegment.NULL;

    NodePort port;
    LoadedTable loaded;
    /** Null until it is known, and for what belongs to none. */
    @Nullable ListenerState listener;

    int nowMillis;
    /** By which the packet is known again when it comes back. */
    long fingerprint;

    FrameInHand(LoadedTable loaded) {
        this.loaded = loaded;
        this.port = new NodePort(0, "", 0, 0, false);
    }

    Defect take(MemorySegment frame, NodePort port, long nowNanos) {
        this.frame = frame;
        this.outgoing = frame;
        this.port = port;
        listener = null;
        nowMillis = (int) (nowNanos / 1_000_000);
        return ethernet.wrap(frame);
    }

    void belongsTo(ListenerEntry entry) {
        listener = loaded.listener(entry);
    }

    ForwardingTable table() {
        return loaded.table();
    }

    long sourceHigh() {
        return ip.sourceHigh(frame);
    }

    long sourceLow() {
        return ip.sourceLow(frame);
    }

    /** The keyed hash of {@link #key}. */
    long hashKey() {
        return key.hash(loaded.hash());
    }
}
