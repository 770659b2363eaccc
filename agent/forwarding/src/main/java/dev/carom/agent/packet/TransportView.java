package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** The TCP (RFC 9293) or UDP (RFC 768) header of a packet. UDP reads as if it had no flags. */
public final class TransportView {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int ACK = 0x10;

    private static final int TCP_HEADER_LENGTH = 20;
    private static final int UDP_HEADER_LENGTH = 8;

    private int offset;
    private int sourcePort;
    private int destinationPort;
    private int flags;
    private int fingerprint;

    /** The whole header must lie in the packet, in a first fragment too (RFC 1858). */
    public Defect wrap(MemorySegment frame, IpView ip) {
        offset = ip.payloadOffset();
        return ip.protocol() == IpProtocol.TCP ? wrapTcp(frame, ip) : wrapUdp(frame, ip);
    }

    /** Of a quoted packet: the ports alone, which is all that RFC 792 promises to quote of use. */
    public Defect wrapPorts(MemorySegment frame, IpView ip) {
        if (ip.payloadLength() < 4) {
            return Defect.TOO_SHORT;
        }
        offset = ip.payloadOffset();
        readPorts(frame);
        flags = 0;
        return Defect.NONE;
    }

    private Defect wrapTcp(MemorySegment frame, IpView ip) {
        if (ip.payloadLength() < TCP_HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        int headerLength = (Wire.u8(frame, offset + 12) >>> 4) * 4;
        if (headerLength < TCP_HEADER_LENGTH || headerLength > ip.payloadLength()) {
            return Defect.BAD_LENGTH;
        }
        readPorts(frame);
        flags = Wire.u8(frame, offset + 13);
        fingerprint =
                31 * Wire.i32(frame, offset + 4) + 17 * Wire.i32(frame, offset + 8) + Wire.i32(frame, offset + 14);
        return Defect.NONE;
    }

    private Defect wrapUdp(MemorySegment frame, IpView ip) {
        if (ip.payloadLength() < UDP_HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        int length = Wire.u16(frame, offset + 4);
        if (length < UDP_HEADER_LENGTH || length > ip.payloadLength() && !ip.moreFragments()) {
            return Defect.BAD_LENGTH;
        }
        readPorts(frame);
        flags = 0;
        fingerprint = Wire.i32(frame, offset + 4);
        return Defect.NONE;
    }

    private void readPorts(MemorySegment frame) {
        sourcePort = Wire.u16(frame, offset);
        destinationPort = Wire.u16(frame, offset + 2);
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /** Whether all of the TCP flags in {@code mask} are set. */
    public boolean has(int mask) {
        return (flags & mask) == mask;
    }

    /** The first packet of a TCP connection: SYN without ACK. */
    public boolean opens() {
        return (flags & (SYN | ACK)) == SYN;
    }

    /** What differs from packet to packet of a flow: TCP's sequence, acknowledgement and sum, UDP's length and sum. */
    public int fingerprint() {
        return fingerprint;
    }
}
