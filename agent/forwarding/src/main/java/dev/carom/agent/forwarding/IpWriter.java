package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.IpView;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Writes the IP header of an answer: from the VIP back to the source of the packet in hand. */
final class IpWriter {
    private static final int HOP_LIMIT = 64;
    private static final int IPV4_LENGTH = 20;
    private static final int IPV6_LENGTH = 40;
    private static final int DO_NOT_FRAGMENT = 0x4000;

    private IpWriter() {}

    static int headerLength(IpView ip) {
        return ip.isIpv4() ? IPV4_LENGTH : IPV6_LENGTH;
    }

    /** {@code payloadLength} in bytes, without the header. */
    static void write(FrameInHand hand, MemorySegment reply, int protocol, int payloadLength) {
        if (hand.ip.isIpv4()) {
            writeIpv4(hand, reply, protocol, payloadLength);
        } else {
            writeIpv6(hand, reply, protocol, payloadLength);
        }
    }

    private static void writeIpv4(FrameInHand hand, MemorySegment reply, int protocol, int payloadLength) {
        int at = hand.ethernet.payloadOffset();
        Wire.put16(reply, at, 0x4500);
        Wire.put16(reply, at + 2, IPV4_LENGTH + payloadLength);
        // RFC 6864 4.1: an atomic datagram's identification means nothing.
        Wire.put32(reply, at + 4, DO_NOT_FRAGMENT);
        Wire.put16(reply, at + 8, HOP_LIMIT << 8 | protocol);
        Wire.put16(reply, at + 10, 0);
        Wire.put32(reply, at + 12, (int) hand.ip.destinationLow(hand.frame));
        Wire.put32(reply, at + 16, (int) hand.ip.sourceLow(hand.frame));
        Wire.put16(reply, at + 10, Checksum.finish(Checksum.sum(reply, at, IPV4_LENGTH)));
    }

    private static void writeIpv6(FrameInHand hand, MemorySegment reply, int protocol, int payloadLength) {
        int at = hand.ethernet.payloadOffset();
        Wire.put32(reply, at, 0x6000_0000);
        Wire.put16(reply, at + 4, payloadLength);
        Wire.put16(reply, at + 6, protocol << 8 | HOP_LIMIT);
        Wire.put64(reply, at + 8, hand.ip.destinationHigh(hand.frame));
        Wire.put64(reply, at + 16, hand.ip.destinationLow(hand.frame));
        Wire.put64(reply, at + 24, hand.ip.sourceHigh(hand.frame));
        Wire.put64(reply, at + 32, hand.ip.sourceLow(hand.frame));
    }

    /** Fills the checksum of a TCP, UDP or ICMPv6 payload at the offset of its field; the field must hold 0. */
    static void sumWithAddresses(FrameInHand hand, MemorySegment reply, int protocol, int length, int field) {
        int header = hand.ethernet.payloadOffset();
        boolean ipv4 = hand.ip.isIpv4();
        int payload = header + headerLength(hand.ip);
        long sum = Checksum.pseudoHeader(reply, header + (ipv4 ? 12 : 8), ipv4 ? 8 : 32, protocol, length)
                + Checksum.sum(reply, payload, length);
        Wire.put16(reply, payload + field, Checksum.finish(sum));
    }
}
