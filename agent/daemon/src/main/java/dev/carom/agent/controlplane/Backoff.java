package dev.carom.agent.controlplane;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Full jitter: a random wait between 200 ms and a bound that doubles with each failure in a row, up to 30 s. */
final class Backoff {
    static final Duration SHORTEST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long doubled = SHORTEST.toMillis() << Math.min(++failures, 20);
        long bound = Math.min(LONGEST.toMillis(), doubled);
        return Duration.ofMillis(random.nextLong(SHORTEST.toMillis(), bound + 1));
    }

    void reset() {
        failures = 0;
    }
}
