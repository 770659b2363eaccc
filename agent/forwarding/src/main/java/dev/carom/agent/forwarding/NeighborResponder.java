package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.IcmpView;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.NeighborSolicitationView;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Answers neighbour solicitations for owned VIPs (RFC 4861 7.2.4), duplicate address probes among them. */
final class NeighborResponder {
    private static final int ADVERTISEMENT_LENGTH = 32;
    private static final int CHECKSUM_FIELD = 2;
    private static final int OVERRIDE = 0x2000_0000;
    private static final int SOLICITED = 0x4000_0000;
    private static final int TARGET_LINK_LAYER = 2 << 8 | 1;
    private static final int HOP_LIMIT = 255;
    private static final long ALL_NODES_MAC = 0x3333_0000_0001L;
    private static final long ALL_NODES_HIGH = 0xff02_0000_0000_0000L;
    private static final long ALL_NODES_LOW = 1;

    private final NeighborSolicitationView solicitation = new NeighborSolicitationView();
    private final FrameBuffer buffer;

    NeighborResponder(FrameBuffer buffer) {
        this.buffer = buffer;
    }

    Verdict decide(FrameInHand hand) {
        if (hand.icmp.type() != IcmpView.NEIGHBOR_SOLICITATION) {
            return Verdicts.pass(Reason.PASSED_NEIGHBOR_DISCOVERY);
        }
        if (solicitation.wrap(hand.frame, hand.ip) != Defect.NONE) {
            return Verdicts.drop(Reason.DROPPED_BAD_NEIGHBOR_DISCOVERY);
        }
        VipEntry target = hand.table().find(solicitation.targetHigh(), solicitation.targetLow());
        boolean isClaim = hand.table().find(hand.sourceHigh(), hand.sourceLow()) != null;
        if (target == null || isClaim) {
            return Verdicts.pass(Reason.PASSED_NEIGHBOR_DISCOVERY);
        }
        if (!target.owned() || target.isDisabled() || !hand.port.facesClients()) {
            return Verdicts.pass(Reason.PASSED_NOT_OWNED);
        }
        hand.outgoing = advertise(hand);
        return Verdicts.answer(Reason.ANSWERED_NEIGHBOR_SOLICITATION);
    }

    private MemorySegment advertise(FrameInHand hand) {
        boolean toAll = solicitation.isDuplicateAddressProbe();
        MemorySegment reply = buffer.replyTo(hand, IpWriter.headerLength(hand.ip) + ADVERTISEMENT_LENGTH);
        IpWriter.write(hand, reply, IpProtocol.ICMPV6, ADVERTISEMENT_LENGTH);
        int ip = hand.ethernet.payloadOffset();
        int at = ip + IpWriter.headerLength(hand.ip);
        Wire.put8(reply, ip + 7, HOP_LIMIT);
        Wire.put64(reply, ip + 8, solicitation.targetHigh());
        Wire.put64(reply, ip + 16, solicitation.targetLow());
        if (toAll) {
            Wire.putMac(reply, 0, ALL_NODES_MAC);
            Wire.put64(reply, ip + 24, ALL_NODES_HIGH);
            Wire.put64(reply, ip + 32, ALL_NODES_LOW);
        }
        Wire.put32(reply, at, IcmpView.NEIGHBOR_ADVERTISEMENT << 24);
        Wire.put32(reply, at + 4, toAll ? OVERRIDE : OVERRIDE | SOLICITED);
        Wire.put64(reply, at + 8, solicitation.targetHigh());
        Wire.put64(reply, at + 16, solicitation.targetLow());
        Wire.put16(reply, at + 24, TARGET_LINK_LAYER);
        Wire.putMac(reply, at + 26, hand.port.mac());
        IpWriter.sumWithAddresses(hand, reply, IpProtocol.ICMPV6, ADVERTISEMENT_LENGTH, CHECKSUM_FIELD);
        return reply;
    }
}
