package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlowStartTest {
    private static final Instant BACK = Instant.ofEpochSecond(100);
    private static final SlowStart MINUTE = new SlowStart(Duration.ofSeconds(60), Optional.of(BACK));

    @ParameterizedTest
    @CsvSource({"0, 1", "6, 1", "7, 2", "30, 5", "59, 9", "60, 10", "1000, 10", "-1, 10"})
    void takesATenthAtOnceAndAllAtTheEnd(int seconds, int share) {
        assertThat(MINUTE.share(BACK.plusSeconds(seconds))).isEqualTo(share);
    }

    @Test
    void theNextStepIsWhereTheShareGrows() {
        Instant now = BACK;
        for (int share = 1; share < SlowStart.WHOLE; share++) {
            assertThat(MINUTE.share(now)).isEqualTo(share);
            now = MINUTE.nextStep(now).orElseThrow();
        }
        assertThat(MINUTE.share(now)).isEqualTo(SlowStart.WHOLE);
        assertThat(MINUTE.nextStep(BACK.plusSeconds(60))).isEmpty();
    }

    @Test
    void whoHasAlwaysBeenThereTakesAll() {
        SlowStart never = new SlowStart(Duration.ofSeconds(60), Optional.empty());
        assertThat(never.share(BACK)).isEqualTo(SlowStart.WHOLE);
        assertThat(never.nextStep(BACK)).isEmpty();
    }

    @Test
    void withoutADurationAReturnedBackendTakesAll() {
        SlowStart none = new SlowStart(Duration.ZERO, Optional.of(BACK));
        assertThat(none.share(BACK)).isEqualTo(SlowStart.WHOLE);
        assertThat(none.nextStep(BACK)).isEmpty();
    }
}
