package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** The Internet checksum (RFC 1071), and its update in place (RFC 1624). Sums are kept unfolded in a long. */
public final class Checksum {
    private Checksum() {}

    /** The sum of 16-bit words from {@code offset}; an odd last byte is padded with zero. */
    public static long sum(MemorySegment segment, long offset, long length) {
        long sum = 0;
        long end = offset + length;
        long at = offset;
        for (; at + 4 <= end; at += 4) {
            sum += Wire.i32(segment, at) & 0xffff_ffffL;
        }
        if (at + 2 <= end) {
            sum += Wire.u16(segment, at);
            at += 2;
        }
        return at < end ? sum + ((long) Wire.u8(segment, at) << 8) : sum;
    }

    /** The pseudo header of TCP, UDP and ICMPv6 (RFC 9293 3.1, RFC 8200 8.1); {@code length} is the upper layer's. */
    public static long pseudoHeader(
            MemorySegment segment, long addressesOffset, int addressesLength, int protocol, int length) {
        return sum(segment, addressesOffset, addressesLength) + protocol + length;
    }

    /** Folds a sum into the value that goes into the checksum field. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** Whether a sum that includes the checksum field is that of an intact message. */
    public static boolean isValid(long sum) {
        return fold(sum) == 0xffff;
    }

    /** The checksum after one 16-bit word changed: HC' = ~(~HC + ~m + m'), equation 3 of RFC 1624. */
    public static int update(int checksum, int oldWord, int newWord) {
        return finish((~checksum & 0xffffL) + (~oldWord & 0xffffL) + (newWord & 0xffffL));
    }

    private static int fold(long sum) {
        long folded = (sum >>> 32) + (sum & 0xffff_ffffL);
        folded = (folded >>> 16) + (folded & 0xffff);
        folded = (folded >>> 16) + (folded & 0xffff);
        return (int) ((folded >>> 16) + (folded & 0xffff));
    }
}
