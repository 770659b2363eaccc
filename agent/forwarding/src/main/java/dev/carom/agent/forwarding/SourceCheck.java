package dev.carom.agent.forwarding;

/** Whether a source address can be a client's at all (RFC 1812 5.3.7, RFC 4291 2.7). */
final class SourceCheck {
    private static final int LOOPBACK = 127;
    /** 224.0.0.0 and above: groups, reserved, broadcast. */
    private static final int FIRST_GROUP = 224;

    private SourceCheck() {}

    static boolean isPlausible(long high, long low, VipEntry vip) {
        if (high == vip.address().high() && low == vip.address().low()) {
            return false;
        }
        if (SourceMask.isIpv4(high, low)) {
            int first = (int) (low >>> 24) & 0xff;
            return first != 0 && first != LOOPBACK && first < FIRST_GROUP;
        }
        boolean unspecifiedOrLoopback = high == 0 && (low == 0 || low == 1);
        return !unspecifiedOrLoopback && high >>> 56 != 0xff;
    }
}
