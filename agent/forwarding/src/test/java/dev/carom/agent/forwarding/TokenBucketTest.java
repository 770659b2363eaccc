package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private final TokenBucket bucket = new TokenBucket();

    @Test
    void admitsASecondsWorthAtOnceAndThenByTheClock() {
        assertThat(taken(20, 10, 0)).isEqualTo(10);
        assertThat(taken(20, 10, 500)).isEqualTo(5);
        assertThat(taken(20, 10, 599)).isZero();
        assertThat(taken(20, 10, 600)).isEqualTo(1);
    }

    @Test
    void neverHoldsMoreThanASecondsWorth() {
        taken(10, 10, 0);
        assertThat(taken(50, 10, 3_600_000)).isEqualTo(10);
    }

    @Test
    void survivesTheClocksWrap() {
        taken(10, 10, Integer.MAX_VALUE);
        assertThat(taken(10, 10, Integer.MIN_VALUE + 499)).isEqualTo(5);
    }

    private long taken(int attempts, int perSecond, int now) {
        return IntStream.range(0, attempts)
                .filter(i -> bucket.tryTake(perSecond, now))
                .count();
    }
}
