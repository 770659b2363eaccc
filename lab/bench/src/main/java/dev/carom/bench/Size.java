package dev.carom.bench;

/**
 * How much is configured. The lab's own group comes on top, and fills up to the limits.
 *
 * @param groups of simulated nodes
 * @param nodes of each group
 * @param vips of each group, each with a listener and a pool of its own
 * @param backends of each pool
 */
record Size(int groups, int nodes, int vips, int backends) {
    /** With the lab's: 10,000 VIPs and 100,000 backends. */
    static final Size FULL = new Size(50, 20, 196, 10);

    static final Size QUICK = new Size(5, 20, 196, 10);

    /** The lab's VIPs; its backends are real. */
    int labVips() {
        return vips + 4;
    }

    int allVips() {
        return groups * vips + labVips();
    }

    int allBackends() {
        return 10 * allVips();
    }
}
