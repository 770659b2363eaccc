package dev.carom.controlplane.history;

import org.jspecify.annotations.Nullable;

/**
 * What was done for one series within one time.
 *
 * @param bytes of whole frames without FCS
 * @param flows remembered at its end; absent where nobody counts them
 */
record Amounts(
        long packets, long bytes, long newFlows, @Nullable Long flows) {
    static final Amounts NONE = new Amounts(0, 0, 0, null);

    boolean isIdle() {
        return packets == 0 && bytes == 0 && newFlows == 0 && (flows == null || flows == 0);
    }

    /** Of another node within the same time. */
    Amounts plus(Amounts other) {
        return new Amounts(
                packets + other.packets,
                bytes + other.bytes,
                newFlows + other.newFlows,
                flows == null ? other.flows : Long.valueOf(flows + (other.flows == null ? 0 : other.flows)));
    }

    /** With what came after it. */
    Amounts then(Amounts later) {
        return new Amounts(
                packets + later.packets,
                bytes + later.bytes,
                newFlows + later.newFlows,
                later.flows == null ? flows : later.flows);
    }

    /** What falls between two shares of the time; all shares of a whole add up to it exactly. */
    Amounts between(double from, double until) {
        return new Amounts(part(packets, from, until), part(bytes, from, until), part(newFlows, from, until), flows);
    }

    private static long part(long whole, double from, double until) {
        return (long) (whole * until) - (long) (whole * from);
    }

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
