package dev.carom.controlplane.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.problem.InvalidParameter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesRangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:03.500Z");

    @Test
    void twoHoursOfTenSecondsUnlessSomebodySaysOtherwise() {
        assertThat(SeriesRange.of(null, null, null, NOW))
                .isEqualTo(new SeriesRange(
                        Instant.parse("2026-11-23T10:00:00Z"), Instant.parse("2026-11-23T12:00:10Z"), 10));
    }

    @Test
    void theStepIsTheNextThatIsHeldAndNotTooFine() {
        assertThat(step(Duration.ofMinutes(15), 1)).isEqualTo(1);
        assertThat(step(Duration.ofMinutes(15), null))
                .as("nodes are asked when somebody wants it")
                .isEqualTo(10);
        assertThat(step(Duration.ofMinutes(20), 1))
                .as("no longer kept by nodes")
                .isEqualTo(10);
        assertThat(step(Duration.ofHours(1), 30)).isEqualTo(60);
        assertThat(step(Duration.ofHours(3), 10)).as("no longer held by tens").isEqualTo(60);
        assertThat(step(Duration.ofDays(1), 60)).isEqualTo(60);
        assertThat(step(Duration.ofDays(2), 60)).as("too many points").isEqualTo(300);
        assertThat(step(Duration.ofDays(30), null)).isEqualTo(3_600);
        assertThat(step(Duration.ofHours(1), 86_400)).isEqualTo(86_400);
    }

    @Test
    void whatIsNotHeldIsLeftOut() {
        assertThat(SeriesRange.of(Instant.MIN, Instant.MAX, null, NOW).from())
                .isEqualTo(Instant.parse("2026-10-24T12:00:00Z"));
    }

    @Test
    void anEmptyTimeAndAStepThatIsNoneAreRefused() {
        for (Instant from : new Instant[] {NOW, NOW.plusSeconds(1), Instant.MAX}) {
            assertThatThrownBy(() -> SeriesRange.of(from, null, null, NOW)).isInstanceOf(InvalidParameter.class);
        }
        for (int step : new int[] {0, -1, 86_401, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> SeriesRange.of(null, null, step, NOW)).isInstanceOf(InvalidParameter.class);
        }
        assertThatThrownBy(() -> SeriesRange.of(null, Instant.MIN, null, NOW)).isInstanceOf(InvalidParameter.class);
    }

    private static long step(Duration range, @Nullable Integer step) {
        return SeriesRange.of(NOW.minus(range), NOW, step, NOW).step();
    }
}
