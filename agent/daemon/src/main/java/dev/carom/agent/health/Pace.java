package dev.carom.agent.health;

import java.time.Duration;

/**
 * Keeps what is late from starting all at once: whatever held this process up, no 100 ms hold more than twice their
 * share of the starts. Pure: times are monotonic nanoseconds.
 */
final class Pace {
    static final long SLICE = Duration.ofMillis(10).toNanos();
    private static final double SLICES_PER_SECOND = 100;
    /** Eleven slices touch a window of ten: this much in each is less than twice its share. */
    private static final double MOST = 1.6;

    private int limit = Integer.MAX_VALUE;
    private long slice;
    private int started;

    /** How many starts a second are wanted of all. */
    void follow(double perSecond) {
        limit = (int) Math.ceil(MOST * perSecond / SLICES_PER_SECOND);
    }

    /** Counts a start, or refuses it: it is tried again in the next slice. */
    boolean allows(long now) {
        long current = Math.floorDiv(now, SLICE);
        if (current != slice) {
            slice = current;
            started = 0;
        }
        if (started >= limit) {
            return false;
        }
        started++;
        return true;
    }
}
