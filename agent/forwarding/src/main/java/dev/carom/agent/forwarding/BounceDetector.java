package dev.carom.agent.forwarding;

/**
 * Remembers what was forwarded in the last second, and knows it again when it comes back: a backend without the VIP
 * routes it on, to the balancer itself or by a gateway. A routed packet has lost a hop; one that has not, from the MAC
 * it first came from, is the client's own repetition.
 *
 * <p>Direct-mapped: what another packet overwrote is forwarded again, and caught at its next return.
 */
final class BounceDetector {
    static final int NOT_BOUNCED = -1;

    private static final int ENTRIES = 1 << 16;
    private static final int WINDOW_MILLIS = 1_000;
    private static final long MAC_MASK = 0xffff_ffff_ffffL;

    private final long[] fingerprints = new long[ENTRIES];
    /** TTL above the 48 bits of the source MAC. */
    private final long[] origins = new long[ENTRIES];

    private final int[] times = new int[ENTRIES];
    private final int[] slots = new int[ENTRIES];

    static long fingerprint(FrameInHand hand, long hash) {
        long packet = (long) hand.transport.fingerprint() << 32 ^ hand.ip.identification();
        long mixed = (hash ^ packet * 0x9e3779b97f4a7c15L) + hand.ip.fragmentOffset();
        return (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
    }

    /** The stable number of the backend that sent it back, or {@link #NOT_BOUNCED}. */
    int bouncedBy(FrameInHand hand, long fingerprint) {
        int at = at(fingerprint);
        if (fingerprints[at] != fingerprint || hand.nowMillis - times[at] > WINDOW_MILLIS) {
            return NOT_BOUNCED;
        }
        int firstHopLimit = (int) (origins[at] >>> 48);
        int hopLimit = hand.ip.hopLimit(hand.frame);
        boolean sameMac = (origins[at] & MAC_MASK) == hand.ethernet.source();
        return hopLimit < firstHopLimit || hopLimit == firstHopLimit && !sameMac ? slots[at] : NOT_BOUNCED;
    }

    void forwarded(FrameInHand hand, long fingerprint, int slot) {
        int at = at(fingerprint);
        fingerprints[at] = fingerprint;
        origins[at] = (long) hand.ip.hopLimit(hand.frame) << 48 | hand.ethernet.source();
        times[at] = hand.nowMillis;
        slots[at] = slot;
    }

    private static int at(long fingerprint) {
        return (int) (fingerprint >>> 48) & ENTRIES - 1;
    }
}
