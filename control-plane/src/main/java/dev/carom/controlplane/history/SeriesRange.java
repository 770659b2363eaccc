package dev.carom.controlplane.history;

import dev.carom.controlplane.problem.InvalidParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which time a picture shows, and how finely: what was asked for, as far as it is held.
 *
 * @param from a multiple of the step, as {@code until}
 * @param step in seconds
 */
record SeriesRange(Instant from, Instant until, long step) {
    static final Duration HELD = Duration.ofDays(30);
    /** By the nodes. */
    static final Duration SECONDS_HELD = Duration.ofMinutes(15);

    static final Duration TEN_SECONDS_HELD = Duration.ofHours(2);
    /** A picture is two hours long unless somebody says otherwise. */
    private static final Duration USUAL = TEN_SECONDS_HELD;

    private static final long MOST_POINTS = 1_500;
    private static final long USUAL_POINTS = 720;
    private static final long[] STEPS = {1, 10, 60, 300, 900, 3_600, 21_600, 86_400};
    private static final long COARSEST = 86_400;

    /**
     * @param step the finest that is wanted, in seconds
     * @throws InvalidParameter if the time is empty, or the step none
     */
    static SeriesRange of(@Nullable Instant from, @Nullable Instant until, @Nullable Integer step, Instant now) {
        if (step != null && (step < 1 || step > COARSEST)) {
            throw new InvalidParameter("step", "OUT_OF_RANGE", "A step has 1 to 86400 seconds.");
        }
        Instant oldest = now.minus(HELD);
        Instant last = until == null || until.isAfter(now) ? now : until.isBefore(oldest) ? oldest : until;
        Instant wanted = from == null ? last.minus(USUAL) : from;
        Instant first = wanted.isBefore(oldest) ? oldest : wanted;
        if (!first.isBefore(last)) {
            throw new InvalidParameter(
                    "from", "EMPTY_RANGE", "The time from `from` to `to` lies within the last 30 days, and is some.");
        }
        long seconds = Duration.between(first, last).toSeconds() + 1;
        long finest = step == null ? Math.max(10, seconds / USUAL_POINTS) : step;
        long chosen = LongStream.of(STEPS)
                .filter(each -> each >= finest && each >= held(first, now) && seconds / each <= MOST_POINTS)
                .findFirst()
                .orElse(COARSEST);
        return new SeriesRange(
                floor(first, chosen), floor(last.plusSeconds(chosen).minusMillis(1), chosen), chosen);
    }

    /** The finest step that is held for that time; a question takes its way, so a minute later it is still answered. */
    private static long held(Instant first, Instant now) {
        Duration age = Duration.between(first, now).minusMinutes(1);
        return age.compareTo(SECONDS_HELD) <= 0 ? 1 : age.compareTo(TEN_SECONDS_HELD) <= 0 ? 10 : 60;
    }

    private static Instant floor(Instant time, long step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step) * step);
    }

    /** Finer than the database holds it. */
    boolean isFine() {
        return step == 1;
    }
}
