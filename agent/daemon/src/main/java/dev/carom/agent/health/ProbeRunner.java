package dev.carom.agent.health;

import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each probe on a virtual thread of its own, and ends it when its time is up. */
final class ProbeRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeRunner.class);

    private final Doubts doubts;
    private final ScheduledExecutorService timer;
    private final SourcePorts ports;
    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();

    ProbeRunner(Doubts doubts, SourcePorts ports, ScheduledExecutorService timer) {
        this.doubts = doubts;
        this.ports = ports;
        this.timer = timer;
    }

    void start(Turn turn) {
        Thread.ofVirtual().name("carom-probe").start(() -> run(turn));
    }

    /** Ends every probe that still waits. */
    void stop() {
        running.forEach(Attempt::expire);
    }

    private void run(Turn turn) {
        Observation seen;
        try {
            seen = probe(turn);
        } catch (RuntimeException fault) {
            LOG.error("the probe of {} failed of itself", turn.target().key(), fault);
            seen = new Observation.Inconclusive(fault.toString());
        }
        turn.end(seen);
    }

    private Observation probe(Turn turn) {
        return turn.target()
                .steered()
                .map(hop -> steered(turn, hop))
                .orElseGet(() -> attempt(turn.target(), turn.prober()));
    }

    private Observation steered(Turn turn, Target.Hop hop) {
        OptionalInt slot = doubts.steerer().slotOf(hop);
        if (slot.isEmpty()) {
            return new Observation.Inconclusive("no routing table is free for this backend");
        }
        long start = System.nanoTime();
        Observation seen = attempt(turn.target(), turn.prober(), slot);
        return doubts.weigh(seen, turn.target(), start);
    }

    /** Asks once by the host's own routes, and tells nobody. */
    Observation attempt(Target target, Prober prober) {
        return attempt(target, prober, OptionalInt.empty());
    }

    private Observation attempt(Target target, Prober prober, OptionalInt slot) {
        try (Attempt attempt = new Attempt(target, slot, ports)) {
            running.add(attempt);
            Future<?> end =
                    timer.schedule(attempt::expire, target.monitor().timeout().toNanos(), TimeUnit.NANOSECONDS);
            try {
                return ProbeOutcome.of(attempt, prober);
            } finally {
                end.cancel(false);
                running.remove(attempt);
            }
        } catch (RejectedExecutionException closing) {
            return new Observation.Inconclusive("the checks are being closed");
        }
    }
}
