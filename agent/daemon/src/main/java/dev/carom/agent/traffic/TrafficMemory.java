package dev.carom.agent.traffic;

import dev.carom.agent.datapath.DataPathCounters;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps fifteen minutes of every series at a second, or as much as fits into {@link #MOST_BYTES}: about three thousand
 * series that are busy all the time. Its own thread looks each second; whoever asks waits for no more than that look.
 */
public final class TrafficMemory implements AutoCloseable {
    static final Duration KEPT = Duration.ofMinutes(15);
    static final long MOST_BYTES = 32L << 20;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Supplier<DataPathCounters> counters;
    private final LongSupplier nanos;
    private final long mostBytes;
    private final Deque<Second> seconds = new ArrayDeque<>();
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final Thread thread = Thread.ofVirtual().name("traffic-memory").unstarted(this::run);
    private long bytes;
    private long lastLook;
    private long looks;

    /** What a series' counters stood at when it was looked at last. */
    private static final class Standing {
        private final long since;
        private Amounts amounts;
        private long look;

        Standing(long since, Amounts amounts) {
            this.since = since;
            this.amounts = amounts;
        }
    }

    TrafficMemory(Supplier<DataPathCounters> counters, LongSupplier nanos, long mostBytes) {
        this.counters = counters;
        this.nanos = nanos;
        this.mostBytes = mostBytes;
    }

    /** Begins to remember. */
    public static TrafficMemory of(Supplier<DataPathCounters> counters) {
        TrafficMemory memory = new TrafficMemory(counters, System::nanoTime, MOST_BYTES);
        memory.thread.start();
        return memory;
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(SECOND);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void look() {
        DataPathCounters now = counters.get();
        long end = nanos.getAsLong();
        looks++;
        Second.Builder second = new Second.Builder();
        now.vips()
                .forEach(vip -> look(
                        second,
                        vip.vip(),
                        new Amounts(vip.packets(), vip.bytes(), vip.newFlows(), Amounts.NO_FLOWS),
                        end));
        now.backends()
                .forEach(backend -> look(
                        second,
                        backend.backend(),
                        new Amounts(backend.packets(), backend.bytes(), backend.newFlows(), backend.flows()),
                        end));
        standings.values().removeIf(standing -> standing.look != looks);
        if (looks > 1) {
            keep(second.build(end, end - lastLook));
        }
        lastLook = end;
    }

    private void look(Second.Builder second, UUID series, Amounts now, long end) {
        Standing standing = standings.computeIfAbsent(series, unknown -> new Standing(end, now));
        Amounts before = standing.amounts;
        if (!now.equals(before)) {
            second.add(series, now.since(before));
        }
        standing.amounts = now;
        standing.look = looks;
    }

    private void keep(Second second) {
        seconds.addLast(second);
        bytes += second.size();
        while (bytes > mostBytes || second.end() - seconds.getFirst().end() >= KEPT.toNanos()) {
            bytes -= seconds.removeFirst().size();
        }
    }

    /** What is kept of a VIP or a backend that stands in the table now, the oldest first. */
    public synchronized List<Moment> recall(UUID series) {
        Standing standing = standings.get(series);
        if (standing == null) {
            return List.of();
        }
        List<Moment> moments = new ArrayList<>();
        boolean changed = seconds.stream().anyMatch(second -> second.of(series) != null);
        long flows = changed ? Amounts.NO_FLOWS : standing.amounts.flows();
        long now = nanos.getAsLong();
        for (Second second : seconds) {
            if (second.end() - standing.since > 0) {
                Amounts done = second.of(series);
                flows = done == null ? flows : done.flows();
                moments.add(moment(second, now, done == null ? new Amounts(0, 0, 0, flows) : done));
            }
        }
        return moments;
    }

    private static Moment moment(Second second, long now, Amounts done) {
        return new Moment(
                Duration.ofNanos(now - second.end()),
                Duration.ofNanos(second.lengthNanos()),
                done.packets(),
                done.bytes(),
                done.newFlows(),
                done.flows() == Amounts.NO_FLOWS ? OptionalLong.empty() : OptionalLong.of(done.flows()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
