package dev.carom.agent.health;

import dev.carom.agent.linux.TcpConnections;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code carom-tcp-probes}: starts each TCP round's probes on time and ends those that wait too long. */
final class TcpLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLoop.class);
    private static final int IDLE_MILLIS = 1_000;

    private final TcpConnections connections = new TcpConnections();
    private final TcpProbes probes;
    private final Pace pace = new Pace();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Queue<Due> arrivals = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("carom-tcp-probes").daemon().unstarted(this::run);
    private volatile NextStart starts = round -> OptionalLong.empty();
    private volatile double perSecond;
    private volatile boolean stopped;
    private boolean ended;

    /** When a round's next probe starts; empty when there is none. */
    interface NextStart {
        OptionalLong of(Round round);
    }

    /** A start, or with a probe its end. */
    private record Due(long at, Round round, TcpProbes.@Nullable Probe probe) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.signum(at - other.at);
        }
    }

    TcpLoop(Doubts doubts, SourcePorts ports) {
        probes = new TcpProbes(doubts, ports, connections);
    }

    void open(NextStart next) {
        starts = next;
        thread.start();
    }

    /** How many starts a second all rounds want. */
    void pace(double wanted) {
        perSecond = wanted;
    }

    /** At a time of {@link System#nanoTime()}, and then as often as there is a next start. */
    void startAt(Round round, long nanoTime) {
        arrivals.add(new Due(nanoTime, round, null));
        wake();
    }

    /** Not once they are closed: their descriptors may be somebody else's by then. */
    private synchronized void wake() {
        if (!ended) {
            connections.wake();
        }
    }

    private synchronized void end() {
        ended = true;
        connections.close();
    }

    private void run() {
        while (!stopped) {
            try {
                turn();
            } catch (RuntimeException defect) {
                LOG.error("TCP probes: a turn failed", defect);
            }
        }
        probes.stop();
        end();
    }

    private void turn() {
        for (Due next = arrivals.poll(); next != null; next = arrivals.poll()) {
            due.add(next);
        }
        pace.follow(perSecond);
        connections.await(happenUpTo(System.nanoTime()) ? pauseMillis() : 1, probes::ended);
    }

    /** False when there is more to start than may start now. */
    private boolean happenUpTo(long now) {
        for (Due next = due.peek(); next != null && next.at() - now <= 0; next = due.peek()) {
            if (next.probe() == null && !pace.allows(now)) {
                return false;
            }
            due.remove();
            happen(next);
        }
        return true;
    }

    /** Rounded up: a turn that comes too early would be one for nothing. */
    private int pauseMillis() {
        Due next = due.peek();
        if (next == null) {
            return IDLE_MILLIS;
        }
        long nanos = next.at() - System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1) - 1;
        return (int) Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos), 0, IDLE_MILLIS);
    }

    private void happen(Due event) {
        TcpProbes.Probe over = event.probe();
        if (over != null) {
            probes.expire(over);
            return;
        }
        Round round = event.round();
        starts.of(round).ifPresent(next -> {
            due.add(new Due(next, round, null));
            round.begin().flatMap(probes::start).ifPresent(probe -> due.add(new Due(endOf(probe), round, probe)));
        });
    }

    private static long endOf(TcpProbes.Probe probe) {
        return probe.startedAt() + probe.turn().target().monitor().timeout().toNanos();
    }

    /** Ends every probe; returns when the thread has ended. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
