package dev.carom.bench;

/**
 * What all simulated agents have in common.
 *
 * @param groupSize nodes of each group
 */
final class Fleet {
    private final int groupSize;
    private volatile boolean carriesAll;

    Fleet(int groupSize) {
        this.groupSize = groupSize;
    }

    int groupSize() {
        return groupSize;
    }

    /** Whether each node carries all VIPs of its group, as routed ones come, or one of them each. */
    boolean carriesAll() {
        return carriesAll;
    }

    void carryAll() {
        carriesAll = true;
    }
}
