package dev.carom.lab.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Polling with a deadline. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Waiting() {}

    /**
     * Asks until there is an answer.
     *
     * @param what for the message, for example {@code "backend1 to answer"}
     * @throws IllegalStateException if there is none within the limit
     */
    public static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + limit.toMillis() + " ms in vain for " + what);
            }
            pause(PAUSE);
        }
    }

    /** Waits until the condition holds, and returns how long that took. */
    public static Duration untilTrue(String what, Duration limit, BooleanSupplier condition) {
        long start = System.nanoTime();
        until(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
