package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/**
 * The IPv4 or IPv6 header of a packet, options and extension headers looked through. IPv4 addresses read as their
 * mapped form, as in {@link IpAddress}. Reused for packet after packet.
 */
public final class IpView {
    static final int IPV4_HEADER_LENGTH = 20;
    static final int IPV6_HEADER_LENGTH = 40;

    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int DO_NOT_FRAGMENT = 0x4000;
    private static final int FRAGMENT_OFFSET = 0x1fff;

    private final ExtensionHeaders extensions = new ExtensionHeaders();
    private boolean ipv4;
    private int offset;
    private int end;
    private int protocol;
    private int payloadOffset;
    private int identification;
    private int fragmentOffset;
    private boolean moreFragments;
    private boolean mayFragment;

    /** A whole packet from {@code offset} on; bytes after its own length are padding. */
    public Defect wrapIpv4(MemorySegment frame, int offset) {
        Defect defect = ipv4Header(frame, offset);
        if (defect != Defect.NONE) {
            return defect;
        }
        int length = Wire.u16(frame, offset + 2);
        if (length < payloadOffset - offset || length > frame.byteSize() - offset) {
            return Defect.BAD_LENGTH;
        }
        end = offset + length;
        return Checksum.isValid(Checksum.sum(frame, offset, payloadOffset - offset))
                ? Defect.NONE
                : Defect.BAD_CHECKSUM;
    }

    /** The packet that an ICMP error quotes: its end may be cut off, and routers may have spoiled its checksum. */
    public Defect wrapQuotedIpv4(MemorySegment frame, int offset, int quoteEnd) {
        Defect defect = ipv4Header(frame, offset);
        end = Math.min(quoteEnd, defect == Defect.NONE ? offset + Wire.u16(frame, offset + 2) : offset);
        return defect == Defect.NONE && payloadOffset > end ? Defect.TOO_SHORT : defect;
    }

    public Defect wrapIpv6(MemorySegment frame, int offset) {
        if (frame.byteSize() - offset < IPV6_HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        int length = IPV6_HEADER_LENGTH + Wire.u16(frame, offset + 4);
        return length > frame.byteSize() - offset ? Defect.BAD_LENGTH : ipv6Header(frame, offset, offset + length);
    }

    /** As {@link #wrapQuotedIpv4}. */
    public Defect wrapQuotedIpv6(MemorySegment frame, int offset, int quoteEnd) {
        return quoteEnd - offset < IPV6_HEADER_LENGTH
                ? Defect.TOO_SHORT
                : ipv6Header(
                        frame, offset, Math.min(quoteEnd, offset + IPV6_HEADER_LENGTH + Wire.u16(frame, offset + 4)));
    }

    private Defect ipv4Header(MemorySegment frame, int offset) {
        if (frame.byteSize() - offset < IPV4_HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        int versionAndLength = Wire.u8(frame, offset);
        int headerLength = (versionAndLength & 0xf) * 4;
        if (versionAndLength >>> 4 != 4) {
            return Defect.BAD_VERSION;
        }
        if (headerLength < IPV4_HEADER_LENGTH) {
            return Defect.BAD_LENGTH;
        }
        if (frame.byteSize() - offset < headerLength) {
            return Defect.TOO_SHORT;
        }
        ipv4 = true;
        this.offset = offset;
        protocol = Wire.u8(frame, offset + 9);
        payloadOffset = offset + headerLength;
        int fragment = Wire.u16(frame, offset + 6);
        identification = Wire.u16(frame, offset + 4);
        fragmentOffset = (fragment & FRAGMENT_OFFSET) * 8;
        moreFragments = (fragment & MORE_FRAGMENTS) != 0;
        mayFragment = (fragment & DO_NOT_FRAGMENT) == 0;
        return Defect.NONE;
    }

    private Defect ipv6Header(MemorySegment frame, int offset, int end) {
        if (Wire.u8(frame, offset) >>> 4 != 6) {
            return Defect.BAD_VERSION;
        }
        ipv4 = false;
        mayFragment = false;
        this.offset = offset;
        this.end = end;
        Defect defect = extensions.walk(frame, Wire.u8(frame, offset + 6), offset + IPV6_HEADER_LENGTH, end);
        protocol = extensions.protocol();
        payloadOffset = extensions.payloadOffset();
        identification = extensions.identification();
        fragmentOffset = extensions.fragmentOffset();
        moreFragments = extensions.moreFragments();
        return defect;
    }

    public boolean isIpv4() {
        return ipv4;
    }

    public int offset() {
        return offset;
    }

    public long sourceHigh(MemorySegment frame) {
        return ipv4 ? 0 : Wire.i64(frame, offset + 8);
    }

    public long sourceLow(MemorySegment frame) {
        return ipv4
                ? IpAddress.IPV4_MAPPED | (Wire.i32(frame, offset + 12) & 0xffff_ffffL)
                : Wire.i64(frame, offset + 16);
    }

    public long destinationHigh(MemorySegment frame) {
        return ipv4 ? 0 : Wire.i64(frame, offset + 24);
    }

    public long destinationLow(MemorySegment frame) {
        return ipv4
                ? IpAddress.IPV4_MAPPED | (Wire.i32(frame, offset + 16) & 0xffff_ffffL)
                : Wire.i64(frame, offset + 32);
    }

    /** TTL or hop limit. */
    public int hopLimit(MemorySegment frame) {
        return Wire.u8(frame, offset + (ipv4 ? 8 : 7));
    }

    /** Where the two addresses lie, source first. */
    public int addressesOffset() {
        return offset + (ipv4 ? 12 : 8);
    }

    /** Both addresses together, in bytes. */
    public int addressesLength() {
        return ipv4 ? 8 : 32;
    }

    /** Of the upper layer, extension headers skipped. */
    public int protocol() {
        return protocol;
    }

    /** Of the upper layer's header. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** Exclusive; what follows is padding. */
    public int end() {
        return end;
    }

    /** Header and payload, in bytes. */
    public int length() {
        return end - offset;
    }

    public int payloadLength() {
        return end - payloadOffset;
    }

    /** Of the datagram that a fragment belongs to; for IPv6 0 without a fragment header. */
    public int identification() {
        return identification;
    }

    /** In bytes. */
    public int fragmentOffset() {
        return fragmentOffset;
    }

    public boolean moreFragments() {
        return moreFragments;
    }

    /** Part of a datagram; an IPv6 atomic fragment (RFC 6946) is not. */
    public boolean isFragment() {
        return moreFragments || fragmentOffset != 0;
    }

    /** IPv4 without DF: a router may fragment it. */
    public boolean mayFragment() {
        return mayFragment;
    }
}
