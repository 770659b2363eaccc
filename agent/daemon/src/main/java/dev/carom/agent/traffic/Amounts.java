package dev.carom.agent.traffic;

/** @param flows remembered; {@link #NO_FLOWS} where nobody counts them */
record Amounts(long packets, long bytes, long newFlows, long flows) {
    static final long NO_FLOWS = -1;

    /** Since a counter stood at {@code before}; one that went back began anew. */
    Amounts since(Amounts before) {
        return packets < before.packets
                ? this
                : new Amounts(
                        packets - before.packets,
                        Math.max(0, bytes - before.bytes),
                        Math.max(0, newFlows - before.newFlows),
                        flows);
    }
}
