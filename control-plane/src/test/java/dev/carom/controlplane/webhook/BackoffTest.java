package dev.carom.controlplane.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), new Random(7));

    @Test
    void eachWaitIsThreeTimesAsLongAndNeverAboveTheBound() {
        long[] bounds = {5, 15, 45, 135, 405, 1_215, 3_600, 3_600, 3_600, 3_600, 3_600, 3_600};
        for (int failures = 1; failures <= bounds.length; failures++) {
            for (int i = 0; i < 100; i++) {
                assertThat(backoff.after(failures))
                        .isBetween(
                                Duration.ofMillis(bounds[failures - 1] * 500),
                                Duration.ofSeconds(bounds[failures - 1]));
            }
        }
    }

    @Test
    void whatFailedTogetherComesBackAtDifferentTimes() {
        assertThat(Stream.generate(() -> backoff.after(4)).limit(50).distinct().count())
                .isGreaterThan(40);
    }
}
