package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When to announce which VIP: a burst on take-over, then a slow refresh. Pure: times are monotonic nanoseconds. */
final class Announcements {
    /** After the n-th announcement: the first may be lost with the switch still learning. */
    private static final List<Duration> BURST =
            List.of(Duration.ofMillis(200), Duration.ofMillis(800), Duration.ofSeconds(2));

    private static final Duration REFRESH = Duration.ofSeconds(60);
    private final Map<IpAddress, Schedule> schedules = new HashMap<>();

    private record Schedule(int sent, long dueAt) {
        Schedule next(long now) {
            Duration pause = sent < BURST.size() ? BURST.get(sent) : REFRESH;
            return new Schedule(sent + 1, now + pause.toNanos());
        }
    }

    /** Those announced already go on as they were. */
    void add(Set<IpAddress> vips, long now) {
        vips.forEach(vip -> schedules.putIfAbsent(vip, new Schedule(0, now)));
    }

    /** The wire may have forgotten, or have another MAC to learn: the burst comes again. */
    void restart(long now) {
        schedules.replaceAll((vip, schedule) -> new Schedule(0, now));
    }

    void remove(Set<IpAddress> vips) {
        schedules.keySet().removeAll(vips);
    }

    /** At most {@code limit} VIPs, those first that wait longest; the rest stay due. */
    List<IpAddress> due(long now, int limit) {
        List<IpAddress> due = new ArrayList<>(schedules.entrySet().stream()
                .filter(entry -> now - entry.getValue().dueAt() >= 0)
                .sorted(Comparator.comparingLong(entry -> entry.getValue().dueAt() - now))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
        due.forEach(vip -> schedules.computeIfPresent(vip, (address, schedule) -> schedule.next(now)));
        return due;
    }
}
