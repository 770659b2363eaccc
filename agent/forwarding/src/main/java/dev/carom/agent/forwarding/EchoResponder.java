package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Answers echo requests to an owned VIP while a backend of it is up: a ping says that the service is there. */
final class EchoResponder {
    private static final int IPV4_ECHO_REPLY = 0;
    private static final int IPV6_ECHO_REPLY = 129;
    private static final int CHECKSUM_FIELD = 2;

    private final FrameBuffer buffer;

    EchoResponder(FrameBuffer buffer) {
        this.buffer = buffer;
    }

    Verdict decide(FrameInHand hand, VipEntry vip) {
        if (!vip.owned() || !vip.healthy() || hand.ip.isFragment()) {
            return Verdicts.drop(Reason.DROPPED_ECHO_NOT_SERVED);
        }
        hand.outgoing = reply(hand);
        return Verdicts.answer(Reason.ANSWERED_ECHO);
    }

    /** Options and extension headers are not sent back. */
    private MemorySegment reply(FrameInHand hand) {
        int length = hand.ip.payloadLength();
        int header = IpWriter.headerLength(hand.ip);
        boolean ipv4 = hand.ip.isIpv4();
        MemorySegment reply = buffer.replyTo(hand, header + length);
        IpWriter.write(hand, reply, ipv4 ? IpProtocol.ICMP : IpProtocol.ICMPV6, length);
        int at = hand.ethernet.payloadOffset() + header;
        MemorySegment.copy(hand.frame, hand.ip.payloadOffset(), reply, at, length);
        int before = Wire.u16(reply, at);
        Wire.put8(reply, at, ipv4 ? IPV4_ECHO_REPLY : IPV6_ECHO_REPLY);
        // The addresses of the pseudo header changed places only: the type is all that the sum must follow. A request
        // with a wrong checksum gets a reply with a wrong one.
        int checksum = Checksum.update(Wire.u16(reply, at + CHECKSUM_FIELD), before, Wire.u16(reply, at));
        Wire.put16(reply, at + CHECKSUM_FIELD, checksum);
        return reply;
    }
}
