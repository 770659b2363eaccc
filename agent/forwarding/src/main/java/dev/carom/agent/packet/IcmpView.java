package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** The ICMP (RFC 792) or ICMPv6 (RFC 4443) header of a packet. */
public final class IcmpView {
    public static final int HEADER_LENGTH = 8;
    public static final int NEIGHBOR_SOLICITATION = 135;
    public static final int NEIGHBOR_ADVERTISEMENT = 136;

    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int REDIRECT = 137;

    private boolean version6;
    private int offset;
    private int type;
    private int code;

    public Defect wrap(MemorySegment frame, IpView ip) {
        if (ip.payloadLength() < HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        version6 = !ip.isIpv4();
        offset = ip.payloadOffset();
        type = Wire.u8(frame, offset);
        code = Wire.u8(frame, offset + 1);
        return Defect.NONE;
    }

    public int type() {
        return type;
    }

    public int code() {
        return code;
    }

    public boolean isEchoRequest() {
        return type == (version6 ? 128 : 8);
    }

    /** Unreachable, packet too big, time exceeded, parameter problem: they quote the packet they are about. */
    public boolean isError() {
        return version6 ? type >= 1 && type <= 4 : type == 3 || type == 11 || type == 12;
    }

    /** Host, network, protocol or port; a packet that is only too big is not meant (RFC 792, RFC 4443 3.1). */
    public boolean isUnreachable() {
        return version6 ? type == 1 : type == 3 && code != FRAGMENTATION_NEEDED;
    }

    /** Router and neighbour discovery (RFC 4861): link-local talk, not for a VIP's backends. */
    public boolean isNeighborDiscovery() {
        return version6 && type >= ROUTER_SOLICITATION && type <= REDIRECT;
    }

    /** Where the quoted packet of an error begins. */
    public int quoteOffset() {
        return offset + HEADER_LENGTH;
    }
}
