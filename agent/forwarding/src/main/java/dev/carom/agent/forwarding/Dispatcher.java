package dev.carom.agent.forwarding;

import dev.carom.agent.packet.EthernetView;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Sends the frame in hand to a backend: its two MACs and, where the backend's network has another, its VLAN tag. */
final class Dispatcher {
    private static final int PRIORITY_BITS = 0xf000;

    private final ForwarderCounters counters;
    private final FrameBuffer buffer;
    private final BounceDetector bounces;
    private final Refuser refuser;

    Dispatcher(ForwarderCounters counters, FrameBuffer buffer, BounceDetector bounces, Refuser refuser) {
        this.counters = counters;
        this.buffer = buffer;
        this.bounces = bounces;
        this.refuser = refuser;
    }

    Verdict forward(FrameInHand hand, VipEntry vip, int backend, Reason reason) {
        BackendEntry entry = hand.table().backend(backend);
        int mtu = entry.egress().mtu();
        if (!entry.isResolved()) {
            return Verdicts.drop(Reason.DROPPED_UNRESOLVED);
        }
        return mtu > 0 && hand.ip.length() > mtu
                ? refuser.tooBig(hand, mtu)
                : send(hand, vip, entry, hand.loaded.slotOf(backend), reason);
    }

    private Verdict send(FrameInHand hand, VipEntry vip, BackendEntry entry, int slot, Reason reason) {
        long length = hand.frame.byteSize();
        MemorySegment outgoing = tagged(hand, entry.egress().vlanId());
        bounces.forwarded(hand, slot);
        Wire.putMac(outgoing, 0, entry.mac());
        Wire.putMac(outgoing, 6, entry.egress().mac());
        hand.outgoing = outgoing;
        count(hand.loaded.vip(vip), hand.loaded.backendState(slot), length, reason);
        count(hand.listener, length, reason);
        return entry.verdict();
    }

    private void count(VipState vip, BackendState backend, long bytes, Reason reason) {
        counters.count(reason);
        vip.packets.increment();
        vip.bytes.add(bytes);
        backend.packets.increment();
        backend.bytes.add(bytes);
        if (reason == Reason.FORWARDED_NEW_FLOW) {
            vip.newFlows.increment();
            backend.newFlows.increment();
        }
    }

    private static void count(@Nullable ListenerState listener, long bytes, Reason reason) {
        if (listener != null) {
            listener.packets.increment();
            listener.bytes.add(bytes);
            if (reason == Reason.FORWARDED_NEW_FLOW) {
                listener.newFlows.increment();
            }
        }
    }

    private MemorySegment tagged(FrameInHand hand, int vlanId) {
        EthernetView ethernet = hand.ethernet;
        if (ethernet.vlanId() == vlanId) {
            return hand.frame;
        }
        int tagControl = vlanId == 0 ? 0 : ethernet.tagControl() & PRIORITY_BITS | vlanId;
        if (ethernet.tagged() && vlanId != 0) {
            Wire.put16(hand.frame, EthernetView.HEADER_LENGTH, tagControl);
            return hand.frame;
        }
        return buffer.retagged(hand.frame, ethernet.payloadOffset(), tagControl);
    }
}
