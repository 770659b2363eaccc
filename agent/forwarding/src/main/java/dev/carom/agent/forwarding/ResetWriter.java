package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.TransportView;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Writes the RST that a closed port answers with (RFC 9293 3.5.2, group 1). */
final class ResetWriter {
    private static final int LENGTH = 20;
    private static final int CHECKSUM_FIELD = 16;
    private static final int HEADER_WORDS = 5 << 12;

    private ResetWriter() {}

    static MemorySegment write(FrameInHand hand, FrameBuffer buffer) {
        MemorySegment reply = buffer.replyTo(hand, IpWriter.headerLength(hand.ip) + LENGTH);
        IpWriter.write(hand, reply, IpProtocol.TCP, LENGTH);
        int at = hand.ethernet.payloadOffset() + IpWriter.headerLength(hand.ip);
        int segment = hand.ip.payloadOffset();
        boolean acknowledges = hand.transport.has(TransportView.ACK);
        Wire.put16(reply, at, hand.transport.destinationPort());
        Wire.put16(reply, at + 2, hand.transport.sourcePort());
        Wire.put32(reply, at + 4, acknowledges ? Wire.i32(hand.frame, segment + 8) : 0);
        Wire.put32(reply, at + 8, acknowledges ? 0 : Wire.i32(hand.frame, segment + 4) + sequenceLength(hand));
        Wire.put16(reply, at + 12, HEADER_WORDS | TransportView.RST | (acknowledges ? 0 : TransportView.ACK));
        Wire.put32(reply, at + 14, 0);
        Wire.put16(reply, at + 18, 0);
        IpWriter.sumWithAddresses(hand, reply, IpProtocol.TCP, LENGTH, CHECKSUM_FIELD);
        return reply;
    }

    /** SYN and FIN take one number each. */
    private static int sequenceLength(FrameInHand hand) {
        int header = (Wire.u8(hand.frame, hand.ip.payloadOffset() + 12) >>> 4) * 4;
        return hand.ip.payloadLength()
                - header
                + (hand.transport.has(TransportView.SYN) ? 1 : 0)
                + (hand.transport.has(TransportView.FIN) ? 1 : 0);
    }
}
