package dev.carom.agent.forwarding;

/**
 * Counts what each source prefix holds, by hash: prefixes that collide share a count, which errs to the strict side.
 * Bounded whatever the number of sources.
 */
final class PrefixQuota {
    private static final int COUNTS = 1 << 16;

    private final int[] counts = new int[COUNTS];
    private final int most;

    PrefixQuota(int most) {
        this.most = most;
    }

    boolean tryTake(long prefixHash) {
        int slot = (int) prefixHash & COUNTS - 1;
        if (counts[slot] >= most) {
            return false;
        }
        counts[slot]++;
        return true;
    }

    void release(long prefixHash) {
        counts[(int) prefixHash & COUNTS - 1]--;
    }
}
