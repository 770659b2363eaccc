package dev.carom.agent.health;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Starts each check's probes on time, on the timer's thread, until the check is retired. */
final class Rounds {
    private final ScheduledExecutorService timer;
    private final ProbeRunner runner;
    private volatile ProbeSchedule<Target.Key> schedule = ProbeSchedule.empty();

    Rounds(ScheduledExecutorService timer, ProbeRunner runner) {
        this.timer = timer;
        this.runner = runner;
    }

    /** {@code fresh} are those of {@code all} that do not run yet. */
    void follow(Collection<Check> all, List<Check> fresh) {
        Map<Target.Key, Duration> intervals = new HashMap<>();
        all.forEach(check ->
                intervals.put(check.target().key(), check.target().monitor().interval()));
        ProbeSchedule<Target.Key> next = schedule.with(intervals);
        schedule = next;
        long now = System.nanoTime();
        for (int i = 0; i < fresh.size(); i++) {
            Check check = fresh.get(i);
            startAt(check, next.firstStart(check.target().key(), i, now));
        }
    }

    private void startAt(Check check, long nanoTime) {
        try {
            timer.schedule(() -> startAndRepeat(check), nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // No more rounds: the checks are being closed.
        }
    }

    private void startAndRepeat(Check check) {
        ProbeSchedule<Target.Key> current = schedule;
        Target.Key key = check.target().key();
        if (!check.isRetired() && current.seats().containsKey(key)) {
            startAt(check, current.nextStart(key, System.nanoTime(), ThreadLocalRandom.current()));
            runner.start(check);
        }
    }
}
