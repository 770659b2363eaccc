package dev.carom.agent.forwarding;

/**
 * Remembers what was forwarded in the last second, and knows it again when it comes back: a backend without the VIP
 * routes it on, to the balancer itself or by a gateway. A routed packet has lost a hop; one that has not, from the MAC
 * it first came from, is the client's own repetition.
 *
 * <p>Direct-mapped: what another packet overwrote is forwarded again, and caught at its next return.
 */
final class BounceDetector {
    private static final int ENTRIES = 1 << 16;
    private static final int WINDOW_MILLIS = 1_000;
    private static final long MAC_MASK = 0xffff_ffff_ffffL;

    private final long[] fingerprints = new long[ENTRIES];
    /** TTL above the 48 bits of the source MAC. */
    private final long[] origins = new long[ENTRIES];

    private final int[] times = new int[ENTRIES];
    private final int[] slots = new int[ENTRIES];

    /**
     * @param hash keyed, of what the packet belongs to: nobody can make another one's packet look like a return
     * @param content what differs from packet to packet of it
     */
    static long fingerprint(FrameInHand hand, long hash, int content) {
        long packet = (long) content << 32 ^ hand.ip.identification();
        long mixed = (hash ^ packet * 0x9e3779b97f4a7c15L) + hand.ip.fragmentOffset();
        return (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
    }

    /** Whether the packet in hand was forwarded before; if so, it is counted for the backend that sent it back. */
    boolean isReturn(FrameInHand hand) {
        int at = at(hand.fingerprint);
        if (fingerprints[at] != hand.fingerprint || hand.nowMillis - times[at] > WINDOW_MILLIS) {
            return false;
        }
        int firstHopLimit = (int) (origins[at] >>> 48);
        int hopLimit = hand.ip.hopLimit(hand.frame);
        boolean sameMac = (origins[at] & MAC_MASK) == hand.ethernet.source();
        boolean isReturn = hopLimit < firstHopLimit || hopLimit == firstHopLimit && !sameMac;
        if (isReturn) {
            hand.loaded.backendState(slots[at]).bounced.increment();
        }
        return isReturn;
    }

    /** To the backend with that stable number. */
    void forwarded(FrameInHand hand, int slot) {
        int at = at(hand.fingerprint);
        fingerprints[at] = hand.fingerprint;
        origins[at] = (long) hand.ip.hopLimit(hand.frame) << 48 | hand.ethernet.source();
        times[at] = hand.nowMillis;
        slots[at] = slot;
    }

    private static int at(long fingerprint) {
        return (int) (fingerprint >>> 48) & ENTRIES - 1;
    }
}
