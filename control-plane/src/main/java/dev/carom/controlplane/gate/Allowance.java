package dev.carom.controlplane.gate;

/**
 * A token bucket as a value.
 *
 * @param left requests, with fractions
 * @param nanos when that was so, on the clock of {@link System#nanoTime}
 * @param granted whether the last request was
 */
record Allowance(double left, long nanos, boolean granted) {
    static Allowance full(int burst, long now) {
        return new Allowance(burst, now, true);
    }

    Allowance refilled(int perSecond, int burst, long now) {
        return new Allowance(Math.min(burst, left + (now - nanos) * 1e-9 * perSecond), now, granted);
    }

    Allowance spend() {
        return left < 1 ? new Allowance(left, nanos, false) : new Allowance(left - 1, nanos, true);
    }
}
