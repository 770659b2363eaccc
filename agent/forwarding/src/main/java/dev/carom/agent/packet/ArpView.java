package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** An ARP packet for Ethernet and IPv4 (RFC 826). */
public final class ArpView {
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final int ETHERNET_AND_IPV4_LENGTHS = 0x0604;

    private int operation;
    private long senderMac;
    private int sender;
    private int target;

    /** {@link Defect#BAD_VERSION} is ARP for other address families. */
    public Defect wrap(MemorySegment frame, int offset) {
        if (frame.byteSize() - offset < LENGTH) {
            return Defect.TOO_SHORT;
        }
        if (Wire.u16(frame, offset) != 1
                || Wire.u16(frame, offset + 2) != EtherType.IPV4
                || Wire.u16(frame, offset + 4) != ETHERNET_AND_IPV4_LENGTHS) {
            return Defect.BAD_VERSION;
        }
        operation = Wire.u16(frame, offset + 6);
        senderMac = Wire.mac(frame, offset + 8);
        sender = Wire.i32(frame, offset + 14);
        target = Wire.i32(frame, offset + 24);
        return Defect.NONE;
    }

    public int operation() {
        return operation;
    }

    public long senderMac() {
        return senderMac;
    }

    /** The sender's IPv4 address; 0 in a probe (RFC 5227 1.1). */
    public int sender() {
        return sender;
    }

    /** The IPv4 address that is asked for. */
    public int target() {
        return target;
    }
}
