package dev.carom.agent.neighbor;

/** Told by the thread of {@link Neighbors}; must not block. */
public interface NeighborEvents {

    /** A backend's MAC address became known, or changed. */
    void learned(NeighborLearned neighbor);

    /** Told once per (code, VIP, MAC), and again when it is still so after a minute. */
    void found(NeighborFinding finding);
}
