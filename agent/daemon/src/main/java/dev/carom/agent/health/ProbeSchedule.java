package dev.carom.agent.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When each probe starts. Those of one interval sit on a circle, the n-th at n times the golden ratio: any number of
 * them divides the circle almost evenly, and a newcomer moves nobody. An immutable value; times are of
 * {@link System#nanoTime()}.
 */
public record ProbeSchedule<K>(Map<K, Seat> seats) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public ProbeSchedule {
        seats = Map.copyOf(seats);
    }

    /** {@code number} counts from 0 among the {@code among} that share the interval. */
    public record Seat(long intervalNanos, int number, int among) {
        long phase() {
            double turns = number * GOLDEN;
            return (long) ((turns - Math.floor(turns)) * intervalNanos);
        }

        /** Too small to change the order of starts, or the length of an interval by more than a twentieth. */
        long jitter(RandomGenerator random) {
            long bound = Math.min(intervalNanos / among / 2, intervalNanos / 20);
            return bound == 0 ? 0 : random.nextLong(bound);
        }
    }

    public static <K> ProbeSchedule<K> empty() {
        return new ProbeSchedule<>(Map.of());
    }

    /** Who stays keeps its seat, unless it must fill one that fell empty: the last in the row does. */
    public ProbeSchedule<K> with(Map<K, Duration> wanted) {
        Map<Long, Set<K>> rows = new HashMap<>();
        wanted.forEach((key, interval) -> rows.computeIfAbsent(interval.toNanos(), row -> new LinkedHashSet<>())
                .add(key));
        Map<K, Seat> next = new HashMap<>();
        rows.forEach((interval, keys) -> {
            List<K> row = seated(interval, keys);
            for (int number = 0; number < row.size(); number++) {
                next.put(row.get(number), new Seat(interval, number, row.size()));
            }
        });
        return new ProbeSchedule<>(next);
    }

    /** The next start of this one after {@code now}. */
    public long nextStart(K key, long now, RandomGenerator random) {
        Seat seat = seat(key);
        long sincePhase = now - seat.phase();
        return now - Math.floorMod(sincePhase, seat.intervalNanos()) + seat.intervalNanos() + seat.jitter(random);
    }

    /** A start that a monitor's own jitter puts off; the next one is counted from the seat and keeps the rhythm. */
    public static long jittered(long start, Duration interval, int percent, RandomGenerator random) {
        return percent == 0 ? start : start + random.nextLong(interval.toNanos() / 100 * percent + 1);
    }

    /**
     * The first start of the n-th of those that came together: soon, for a backend takes new flows only once it is
     * judged, yet never closer together than the steady rhythm of a large configuration.
     */
    public long firstStart(K key, int newcomer, long now) {
        Seat seat = seat(key);
        long gap = Math.min(Duration.ofMillis(20).toNanos(), seat.intervalNanos() / seat.among());
        return now + newcomer * gap;
    }

    private Seat seat(K key) {
        Seat seat = seats.get(key);
        if (seat == null) {
            throw new IllegalArgumentException(key + " is not scheduled");
        }
        return seat;
    }

    private List<K> seated(long interval, Set<K> keys) {
        Map<Integer, K> kept = new LinkedHashMap<>();
        List<K> standing = new ArrayList<>();
        for (K key : keys) {
            Seat seat = seats.get(key);
            if (seat != null && seat.intervalNanos() == interval && seat.number() < keys.size()) {
                kept.put(seat.number(), key);
            } else {
                standing.add(key);
            }
        }
        List<K> row = new ArrayList<>(keys.size());
        for (int number = 0; number < keys.size(); number++) {
            K key = kept.get(number);
            row.add(key != null ? key : standing.removeLast());
        }
        return row;
    }
}
