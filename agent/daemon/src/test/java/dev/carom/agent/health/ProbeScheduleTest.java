package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeScheduleTest {
    private static final long WINDOW = Duration.ofMillis(100).toNanos();
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 100, 1_000, 5_000})
    void noWindowHoldsMoreThanTwiceItsShare(int targets) {
        assertThat(fullestWindow(schedule(0, targets))).isLessThanOrEqualTo(2 * targets / 10);
    }

    @Test
    void noWindowHoldsMoreThanTwiceItsShareAfterMostHaveGone() {
        ProbeSchedule<Integer> shrunk = schedule(0, 1_000).with(wanted(600, 700));
        assertThat(fullestWindow(shrunk)).isLessThanOrEqualTo(20);
    }

    @Test
    void aNewcomerMovesNobody() {
        ProbeSchedule<Integer> before = schedule(0, 100);
        ProbeSchedule<Integer> after = before.with(wanted(0, 101));
        assertThat(numbers(after)).containsAllEntriesOf(numbers(before)).hasSize(101);
    }

    @Test
    void everyoneStartsOncePerInterval() {
        ProbeSchedule<Integer> schedule = schedule(0, 50);
        for (int key = 0; key < 50; key++) {
            long now = schedule.nextStart(key, 0, random);
            for (int round = 0; round < 20; round++) {
                long next = schedule.nextStart(key, now, random);
                assertThat(Duration.ofNanos(next - now)).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_050));
                now = next;
            }
        }
    }

    @Test
    void aStartThatWasMissedIsNotMadeUpFor() {
        ProbeSchedule<Integer> schedule = schedule(0, 3);
        long late = Duration.ofMinutes(5).toNanos();
        assertThat(schedule.nextStart(1, late, random)).isGreaterThan(late).isLessThan(late + 1_050_000_000L);
    }

    @Test
    void jitterPutsAStartOffByItsShareOfTheIntervalAtMost() {
        assertThat(ProbeSchedule.jittered(7, INTERVAL, 0, random)).isEqualTo(7);
        Set<Long> starts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            starts.add(ProbeSchedule.jittered(7, INTERVAL, 20, random));
        }
        assertThat(starts).hasSizeGreaterThan(900).allMatch(start -> start >= 7 && start <= 200_000_007);
    }

    @Test
    void jitterKeepsTheRhythm() {
        ProbeSchedule<Integer> schedule = schedule(0, 50);
        long now = 0;
        for (int round = 1; round <= 100; round++) {
            now = ProbeSchedule.jittered(schedule.nextStart(7, now, random), INTERVAL, 50, random);
        }
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(102));
    }

    @Test
    void timesBeforeZeroAreTimesToo() {
        assertThat(schedule(0, 3).nextStart(2, -5_000_000_000L, random)).isBetween(-5_000_000_000L, -3_950_000_000L);
    }

    @Test
    void newcomersStartSoonButNotAtOnce() {
        ProbeSchedule<Integer> few = schedule(0, 6);
        assertThat(few.firstStart(5, 5, 0)).isEqualTo(Duration.ofMillis(100).toNanos());
        ProbeSchedule<Integer> many = schedule(0, 5_000);
        assertThat(many.firstStart(4_999, 4_999, 0)).isLessThan(INTERVAL.toNanos());
    }

    private static ProbeSchedule<Integer> schedule(int from, int to) {
        return ProbeSchedule.<Integer>empty().with(wanted(from, to));
    }

    private static Map<Integer, Duration> wanted(int from, int to) {
        Map<Integer, Duration> wanted = new HashMap<>();
        for (int key = from; key < to; key++) {
            wanted.put(key, INTERVAL);
        }
        return wanted;
    }

    private static Map<Integer, Integer> numbers(ProbeSchedule<Integer> schedule) {
        Map<Integer, Integer> numbers = new HashMap<>();
        schedule.seats().forEach((key, seat) -> numbers.put(key, seat.number()));
        return numbers;
    }

    private int fullestWindow(ProbeSchedule<Integer> schedule) {
        List<Long> starts = new ArrayList<>();
        schedule.seats().keySet().forEach(key -> {
            long now = schedule.nextStart(key, 0, random);
            while (now < 5 * INTERVAL.toNanos()) {
                starts.add(now);
                now = schedule.nextStart(key, now, random);
            }
        });
        Collections.sort(starts);
        int fullest = 0;
        for (int first = 0, last = 0; last < starts.size(); last++) {
            while (starts.get(last) - starts.get(first) >= WINDOW) {
                first++;
            }
            fullest = Math.max(fullest, last - first + 1);
        }
        return fullest;
    }
}
