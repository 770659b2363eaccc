package dev.carom.agent.health;

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

/** Says when each round's probes start, until it is retired; TCP has a thread of its own. */
final class Rounds {
    private final ScheduledExecutorService timer;
    private final ProbeRunner runner;
    private final TcpLoop tcp;
    private volatile ProbeSchedule<Round.Key> schedule = ProbeSchedule.empty();

    Rounds(ScheduledExecutorService timer, ProbeRunner runner, TcpLoop tcp) {
        this.timer = timer;
        this.runner = runner;
        this.tcp = tcp;
    }

    /** {@code fresh} are those of {@code all} that do not run yet. */
    void follow(Collection<Round> all, List<Round> fresh) {
        Map<Round.Key, Duration> intervals = new HashMap<>();
        all.forEach(round -> intervals.put(round.key(), round.interval()));
        tcp.pace(all.stream()
                .filter(Round::asksByTcp)
                .mapToDouble(round -> 1e9 / round.interval().toNanos())
                .sum());
        ProbeSchedule<Round.Key> next = schedule.with(intervals);
        schedule = next;
        long now = System.nanoTime();
        for (int i = 0; i < fresh.size(); i++) {
            Round round = fresh.get(i);
            startAt(round, next.firstStart(round.key(), i, now));
        }
    }

    /** Empty for a round that is retired or no longer scheduled. */
    OptionalLong nextStart(Round round) {
        ProbeSchedule<Round.Key> current = schedule;
        if (round.isRetired() || !current.seats().containsKey(round.key())) {
            return OptionalLong.empty();
        }
        RandomGenerator random = ThreadLocalRandom.current();
        long start = current.nextStart(round.key(), System.nanoTime(), random);
        return OptionalLong.of(ProbeSchedule.jittered(start, round.interval(), round.jitterPercent(), random));
    }

    private void startAt(Round round, long nanoTime) {
        if (round.asksByTcp()) {
            tcp.startAt(round, nanoTime);
            return;
        }
        try {
            timer.schedule(() -> startAndRepeat(round), nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // No more rounds: the checks are being closed.
        }
    }

    private void startAndRepeat(Round round) {
        nextStart(round).ifPresent(next -> {
            startAt(round, next);
            round.begin().ifPresent(runner::start);
        });
    }
}
