package dev.carom.agent.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of its weight a backend that came back takes: a tenth at once, and the other nine one by one over its pool's
 * slow start, so that ten tables are compiled for it whatever the time.
 */
record SlowStart(Duration duration, Optional<Instant> returned) {
    /** What a backend takes that has long been there. */
    static final int WHOLE = 10;

    /** 1 to {@link #WHOLE}. */
    int share(Instant now) {
        return returned.filter(at -> isRamping(at, now))
                .map(at -> 1 + (int) ((WHOLE - 1) * Duration.between(at, now).toNanos() / duration.toNanos()))
                .orElse(WHOLE);
    }

    /** When the share grows next, while it does. */
    Optional<Instant> nextStep(Instant now) {
        return returned.filter(at -> isRamping(at, now))
                .map(at -> at.plusNanos(duration.toNanos() * share(now) / (WHOLE - 1) + 1));
    }

    /** A clock that was set back ends the ramp rather than prolonging it. */
    private boolean isRamping(Instant at, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(duration));
    }
}
