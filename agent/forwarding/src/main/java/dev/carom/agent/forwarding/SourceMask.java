package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpAddress;

/** Cuts a source address down to its prefix, of either family. Lengths in bits of the address's own family. */
record SourceMask(int ipv4Length, int ipv6Length) {
    static final SourceMask WHOLE = new SourceMask(32, 128);
    /** What is commonly one customer's or one attacker's: a /24 or a /64. */
    static final SourceMask NEIGHBORHOOD = new SourceMask(24, 64);

    long high(long high, long low) {
        return isIpv4(high, low) ? 0 : high & leading(ipv6Length);
    }

    long low(long high, long low) {
        return low & leading(isIpv4(high, low) ? 32 + ipv4Length : ipv6Length - 64);
    }

    static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> 32 == IpAddress.IPV4_MAPPED >>> 32;
    }

    /** The first {@code bits} of 64 set; anything below 0 is none, above 64 all. */
    private static long leading(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << 64 - bits;
    }
}
