package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int PER_SECOND = 5_000;
    private static final long STEP = Duration.ofNanos(50_000).toNanos();

    @Test
    void whatIsLateBySecondsStartsAtLessThanTwiceTheRate() {
        Pace pace = new Pace();
        pace.follow(PER_SECOND);
        List<Long> starts = new ArrayList<>();
        for (long now = -STEP; now < Duration.ofSeconds(2).toNanos(); now += STEP) {
            if (pace.allows(now)) {
                starts.add(now);
            }
        }
        assertThat(fullestWindow(starts)).isLessThanOrEqualTo(2 * PER_SECOND / 10);
        assertThat(starts.size()).isGreaterThan((int) (1.5 * 2 * PER_SECOND));
    }

    @Test
    void fewStartsAreNotHeldBack() {
        Pace pace = new Pace();
        pace.follow(3);
        assertThat(pace.allows(0)).isTrue();
        assertThat(pace.allows(1)).isFalse();
        assertThat(pace.allows(Pace.SLICE)).isTrue();
    }

    private static int fullestWindow(List<Long> starts) {
        long window = Duration.ofMillis(100).toNanos();
        int fullest = 0;
        for (int first = 0, past = 0; first < starts.size(); first++) {
            while (past < starts.size() && starts.get(past) < starts.get(first) + window) {
                past++;
            }
            fullest = Math.max(fullest, past - first);
        }
        return fullest;
    }
}
