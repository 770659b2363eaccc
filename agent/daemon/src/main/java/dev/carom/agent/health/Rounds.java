package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Says when each check's probes start, until the check is retired; TCP has a thread of its own. */
final class Rounds {
    private final ScheduledExecutorService timer;
    private final ProbeRunner runner;
    private final TcpLoop tcp;
    private volatile ProbeSchedule<Target.Key> schedule = ProbeSchedule.empty();

    Rounds(ScheduledExecutorService timer, ProbeRunner runner, TcpLoop tcp) {
        this.timer = timer;
        this.runner = runner;
        this.tcp = tcp;
    }

    /** {@code fresh} are those of {@code all} that do not run yet. */
    void follow(Collection<Check> all, List<Check> fresh) {
        Map<Target.Key, Duration> intervals = new HashMap<>();
        all.forEach(check ->
                intervals.put(check.target().key(), check.target().monitor().interval()));
        tcp.pace(all.stream()
                .filter(Rounds::asksByTcp)
                .mapToDouble(check -> 1e9 / check.target().monitor().interval().toNanos())
                .sum());
        ProbeSchedule<Target.Key> next = schedule.with(intervals);
        schedule = next;
        long now = System.nanoTime();
        for (int i = 0; i < fresh.size(); i++) {
            Check check = fresh.get(i);
            startAt(check, next.firstStart(check.target().key(), i, now));
        }
    }

    /** Empty for a check that is retired or no longer scheduled. */
    OptionalLong nextStart(Check check) {
        ProbeSchedule<Target.Key> current = schedule;
        Target.Key key = check.target().key();
        if (check.isRetired() || !current.seats().containsKey(key)) {
            return OptionalLong.empty();
        }
        RandomGenerator random = ThreadLocalRandom.current();
        HealthMonitor monitor = check.target().monitor();
        long start = current.nextStart(key, System.nanoTime(), random);
        return OptionalLong.of(ProbeSchedule.jittered(start, monitor.interval(), monitor.jitterPercent(), random));
    }

    private void startAt(Check check, long nanoTime) {
        if (asksByTcp(check)) {
            tcp.startAt(check, nanoTime);
            return;
        }
        try {
            timer.schedule(() -> startAndRepeat(check), nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // No more rounds: the checks are being closed.
        }
    }

    private static boolean asksByTcp(Check check) {
        return check.target().monitor().type() == MonitorType.TCP;
    }

    private void startAndRepeat(Check check) {
        nextStart(check).ifPresent(next -> {
            startAt(check, next);
            runner.start(check);
        });
    }
}
