package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.Health;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One port of one backend, asked through each of the VIPs that lead to it in turn. A VIP that fails alone speaks for
 * itself; one that fails right after another speaks for the service, and so for all of them.
 */
final class Service implements Asked {
    private final List<Passage> passages;
    private final Dampener dampener;
    private Judgement judgement;
    private boolean failed;
    private int turn;
    private boolean retired;

    Service(List<Passage> passages, Instant now) {
        this.passages = List.copyOf(passages);
        HealthMonitor monitor = monitor();
        // The first failure in a row is not counted: one VIP alone may be missing.
        dampener = new Dampener(Math.max(1, monitor.rise()), Math.max(1, monitor.fall() - 1));
        judgement = passages.stream()
                .map(passage -> passage.checks().getFirst().service())
                .filter(known -> known.health() != Health.UNKNOWN)
                .findFirst()
                .orElseGet(() -> Judgement.unknown("not probed yet", now));
        tell(now);
    }

    HealthMonitor monitor() {
        return passages.getFirst().target().monitor();
    }

    List<Passage> passages() {
        return passages;
    }

    boolean isShared() {
        return passages.size() > 1;
    }

    /**
     * After a failure the one that was last seen to answer, to learn whether the service is gone; else one that is in
     * doubt, or the next. VIPs that are known to fail are left to their presence checks.
     */
    @Override
    public synchronized Passage next() {
        Optional<Passage> wanted = failed
                ? sound().max(Comparator.comparing(Passage::observed))
                : others().filter(Passage::isInDoubt).findFirst().or(() -> sound().findFirst());
        Passage chosen = wanted.orElseGet(() -> inOrder().findFirst().orElseThrow());
        turn = passages.indexOf(chosen);
        return chosen;
    }

    private Stream<Passage> sound() {
        return inOrder().filter(passage -> !passage.hasFailed());
    }

    /** Without the one that was asked last. */
    private Stream<Passage> others() {
        return inOrder().limit(passages.size() - 1L);
    }

    private Stream<Passage> inOrder() {
        return IntStream.rangeClosed(1, passages.size())
                .mapToObj(step -> passages.get((turn + step) % passages.size()));
    }

    @Override
    public synchronized void conclude(Passage asked, Observation seen, Instant now) {
        asked.observe(seen, now);
        if (retired || !isShared()) {
            return;
        }
        switch (seen) {
            case Observation.Passed passed -> {
                failed = false;
                judge(passed, now);
            }
            case Observation.Failed failure when failed -> judge(failure, now);
            case Observation.Failed alone -> failed = true;
            case Observation.Inconclusive ignored -> {}
            case Observation.Signalled ignored -> {}
        }
    }

    /** What it is still asked says nothing more of the service. */
    synchronized void retire() {
        retired = true;
    }

    private void judge(Observation seen, Instant now) {
        judgement = dampener.judge(judgement, seen, now);
        tell(now);
    }

    private void tell(Instant now) {
        for (Passage passage : passages) {
            for (Check check : passage.checks()) {
                if (isShared()) {
                    check.share(judgement, now);
                } else {
                    check.standAlone();
                }
            }
        }
    }
}
