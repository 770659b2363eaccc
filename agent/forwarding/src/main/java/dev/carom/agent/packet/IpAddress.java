package dev.carom.agent.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 or IPv6 address as 128 bits in network order. IPv4 is held in its mapped form {@code ::ffff:a.b.c.d}
 * (RFC 4291 2.5.5.2), so that one table serves both families.
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    /** The bits of {@link #low} above an IPv4 address. */
    public static final long IPV4_MAPPED = 0x0000_ffff_0000_0000L;

    /** The 32 bits of an IPv4 address. */
    public static IpAddress ofIpv4(int bits) {
        return new IpAddress(0, IPV4_MAPPED | (bits & 0xffff_ffffL));
    }

    /** Four or sixteen bytes in network order. */
    public static IpAddress of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> ofIpv4((int) read(bytes, 0, 4));
            case 16 -> new IpAddress(read(bytes, 0, 8), read(bytes, 8, 8));
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /** A literal; names are never resolved. */
    public static IpAddress parse(String literal) {
        return of(InetAddress.ofLiteral(literal).getAddress());
    }

    public boolean isIpv4() {
        return high == 0 && (low & 0xffff_ffff_0000_0000L) == IPV4_MAPPED;
    }

    /** The 32 bits of an IPv4 address. */
    public int ipv4() {
        return (int) low;
    }

    /** Four bytes for IPv4, sixteen for IPv6. */
    public byte[] toBytes() {
        byte[] bytes = new byte[isIpv4() ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            int bit = 8 * (bytes.length - 1 - i);
            bytes[i] = (byte) (bit < 64 ? low >>> bit : high >>> bit - 64);
        }
        return bytes;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(toBytes()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static long read(byte[] bytes, int offset, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (bytes[offset + i] & 0xff);
        }
        return value;
    }
}
