package dev.carom.controlplane.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again: exponential, with jitter, so that what failed together does not come back together. */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int FACTOR = 3;

    /**
     * Between half of the wait and all of it.
     *
     * @param failures 1 or more
     */
    Duration after(int failures) {
        double wait = first.toMillis() * Math.pow(FACTOR, failures - 1.0);
        long bounded = (long) Math.min(wait, longest.toMillis());
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
