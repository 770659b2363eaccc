package dev.carom.agent.forwarding;

import dev.carom.agent.packet.ArpView;
import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Answers ARP questions for owned VIPs, probes of RFC 5227 among them: they ask whether the address is free, and it is
 * not. Everything else passes, claims by others first of all: the agent watches those.
 */
final class ArpResponder {
    private final ArpView arp = new ArpView();
    private final FrameBuffer buffer;

    ArpResponder(FrameBuffer buffer) {
        this.buffer = buffer;
    }

    Verdict decide(FrameInHand hand) {
        Defect defect = arp.wrap(hand.frame, hand.ethernet.payloadOffset());
        if (defect != Defect.NONE) {
            return Verdicts.drop(defect == Defect.TOO_SHORT ? Reason.DROPPED_TOO_SHORT : Reason.DROPPED_BAD_ARP);
        }
        VipEntry target = vip(hand, arp.target());
        boolean isClaim = vip(hand, arp.sender()) != null;
        if (arp.operation() != ArpView.REQUEST || target == null || isClaim) {
            return Verdicts.pass(Reason.PASSED_ARP);
        }
        if (!target.owned() || target.isDisabled() || !hand.port.facesClients()) {
            return Verdicts.pass(Reason.PASSED_NOT_OWNED);
        }
        hand.outgoing = reply(hand);
        return Verdicts.answer(Reason.ANSWERED_ARP);
    }

    private static @Nullable VipEntry vip(FrameInHand hand, int ipv4) {
        return hand.table().find(0, IpAddress.IPV4_MAPPED | (ipv4 & 0xffff_ffffL));
    }

    private MemorySegment reply(FrameInHand hand) {
        MemorySegment reply = buffer.replyTo(hand, ArpView.LENGTH);
        int at = hand.ethernet.payloadOffset();
        MemorySegment.copy(hand.frame, at, reply, at, 6);
        Wire.put16(reply, at + 6, ArpView.REPLY);
        Wire.putMac(reply, at + 8, hand.port.mac());
        Wire.put32(reply, at + 14, arp.target());
        Wire.putMac(reply, at + 18, arp.senderMac());
        Wire.put32(reply, at + 24, arp.sender());
        return reply;
    }
}
