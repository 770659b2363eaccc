package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.IcmpView;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Writes ICMP errors about the packet in hand, quoting of it what may be quoted. */
final class IcmpErrorWriter {
    /** RFC 1812 4.3.2.3: the whole error at most 576 bytes. */
    private static final int LONGEST_IPV4 = 576;
    /** RFC 4443 3.1: at most the smallest MTU of IPv6. */
    private static final int LONGEST_IPV6 = 1280;

    private static final int CHECKSUM_FIELD = 2;
    private static final int IPV4_PORT_UNREACHABLE = 3 << 8 | 3;
    private static final int IPV4_FRAGMENTATION_NEEDED = 3 << 8 | 4;
    private static final int IPV6_PORT_UNREACHABLE = 1 << 8 | 4;
    private static final int IPV6_PACKET_TOO_BIG = 2 << 8;

    private IcmpErrorWriter() {}

    static MemorySegment portUnreachable(FrameInHand hand, FrameBuffer buffer) {
        return write(hand, buffer, hand.ip.isIpv4() ? IPV4_PORT_UNREACHABLE : IPV6_PORT_UNREACHABLE, 0);
    }

    /** {@code mtu} of the next hop, in bytes of IP (RFC 1191 4, RFC 4443 3.2). */
    static MemorySegment tooBig(FrameInHand hand, FrameBuffer buffer, int mtu) {
        return write(hand, buffer, hand.ip.isIpv4() ? IPV4_FRAGMENTATION_NEEDED : IPV6_PACKET_TOO_BIG, mtu);
    }

    private static MemorySegment write(FrameInHand hand, FrameBuffer buffer, int typeAndCode, int word) {
        boolean ipv4 = hand.ip.isIpv4();
        int header = IpWriter.headerLength(hand.ip);
        int quoted = Math.min(hand.ip.length(), (ipv4 ? LONGEST_IPV4 : LONGEST_IPV6) - header - IcmpView.HEADER_LENGTH);
        int length = IcmpView.HEADER_LENGTH + quoted;
        MemorySegment reply = buffer.replyTo(hand, header + length);
        int protocol = ipv4 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        IpWriter.write(hand, reply, protocol, length);
        int at = hand.ethernet.payloadOffset() + header;
        Wire.put16(reply, at, typeAndCode);
        Wire.put16(reply, at + 2, 0);
        Wire.put32(reply, at + 4, word);
        MemorySegment.copy(hand.frame, hand.ip.offset(), reply, at + IcmpView.HEADER_LENGTH, quoted);
        if (ipv4) {
            Wire.put16(reply, at + CHECKSUM_FIELD, Checksum.finish(Checksum.sum(reply, at, length)));
        } else {
            IpWriter.sumWithAddresses(hand, reply, protocol, length, CHECKSUM_FIELD);
        }
        return reply;
    }
}
