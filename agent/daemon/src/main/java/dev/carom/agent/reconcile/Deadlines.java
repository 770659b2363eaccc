package dev.carom.agent.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Moments on the monotonic clock. */
final class Deadlines {
    private Deadlines() {}

    static OptionalLong earliest(OptionalLong... deadlines) {
        return Stream.of(deadlines)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    static boolean isPast(OptionalLong deadline, long nowNanos) {
        return deadline.isPresent() && nowNanos - deadline.getAsLong() >= 0;
    }

    static OptionalLong toNanos(Optional<Instant> moment, Instant now, long nowNanos) {
        return moment.map(at ->
                        OptionalLong.of(nowNanos + Duration.between(now, at).toNanos()))
                .orElse(OptionalLong.empty());
    }
}
