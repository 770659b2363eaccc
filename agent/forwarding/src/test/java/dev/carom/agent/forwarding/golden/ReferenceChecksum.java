package dev.carom.agent.forwarding.golden;

/**
 * The Internet checksum the slow way, word by word as RFC 1071 1 defines it, for judging what the fast one wrote. For
 * untagged frames without options or extension headers.
 */
final class ReferenceChecksum {
    private static final int IP = 14;
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private ReferenceChecksum() {}

    /** Whether all checksums of the packet are right. */
    static boolean isValid(byte[] frame) {
        boolean ipv4 = isIpv4(frame);
        return (!ipv4 || fold(sum(frame, IP, 20)) == 0xffff) && fold(upperLayerSum(frame)) == 0xffff;
    }

    /** Rewrites the upper layer's checksum. */
    static void repair(byte[] frame) {
        int field = payload(frame)
                + switch (protocol(frame)) {
                    case TCP -> 16;
                    case UDP -> 6;
                    default -> 2;
                };
        frame[field] = 0;
        frame[field + 1] = 0;
        int checksum = ~fold(upperLayerSum(frame)) & 0xffff;
        frame[field] = (byte) (checksum >>> 8);
        frame[field + 1] = (byte) checksum;
    }

    /** The checksum of bytes whose own field holds 0. */
    static int of(byte[] bytes) {
        return ~fold(sum(bytes, 0, bytes.length)) & 0xffff;
    }

    private static long upperLayerSum(byte[] frame) {
        boolean ipv4 = isIpv4(frame);
        int payload = payload(frame);
        int length = ipv4 ? u16(frame, IP + 2) - 20 : u16(frame, IP + 4);
        long sum = sum(frame, payload, length);
        if (ipv4 && protocol(frame) == ICMP) {
            return sum;
        }
        long addresses = ipv4 ? sum(frame, IP + 12, 8) : sum(frame, IP + 8, 32);
        return sum + addresses + length + protocol(frame);
    }

    private static boolean isIpv4(byte[] frame) {
        return frame[IP] >>> 4 == 4;
    }

    private static int protocol(byte[] frame) {
        return frame[isIpv4(frame) ? IP + 9 : IP + 6] & 0xff;
    }

    private static int payload(byte[] frame) {
        return IP + (isIpv4(frame) ? 20 : 40);
    }

    private static long sum(byte[] bytes, int offset, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int value = bytes[offset + i] & 0xff;
            sum += i % 2 == 0 ? (long) value << 8 : value;
        }
        return sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded >>> 16) + (folded & 0xffff);
        }
        return (int) folded;
    }

    private static int u16(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }
}
