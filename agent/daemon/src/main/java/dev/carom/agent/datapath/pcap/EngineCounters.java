package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What the engine itself counts, for each interface. Written by one thread at a time, read by any. */
final class EngineCounters {
    enum Counter {
        RECEIVED,
        INJECTED,
        NOT_INJECTED,
        KERNEL_DROPS,
        TRUNCATED,
        LONGEST_TRUNCATED,
        PARTIAL_CHECKSUMS,
        /** Of {@link System#nanoTime()}; meaningful where something was truncated. */
        TRUNCATED_AT
    }

    private static final int COUNTERS = Counter.values().length;

    private final AtomicLongArray values;
    private final AtomicLong decisionFailures = new AtomicLong();

    EngineCounters(int interfaces) {
        values = new AtomicLongArray(interfaces * COUNTERS);
    }

    void add(int interfaceIndex, Counter counter, long amount) {
        int at = at(interfaceIndex, counter);
        values.setOpaque(at, values.getPlain(at) + amount);
    }

    /** A frame of which the capture holds less than there is: {@code length} bytes. */
    void truncated(int interfaceIndex, int length, long nowNanos) {
        add(interfaceIndex, Counter.TRUNCATED, 1);
        values.setOpaque(at(interfaceIndex, Counter.TRUNCATED_AT), nowNanos);
        if (length > get(interfaceIndex, Counter.LONGEST_TRUNCATED)) {
            values.setOpaque(at(interfaceIndex, Counter.LONGEST_TRUNCATED), length);
        }
    }

    /** From any thread: the agent's own questions and announcements may be refused too. */
    void notInjected(int interfaceIndex) {
        values.incrementAndGet(at(interfaceIndex, Counter.NOT_INJECTED));
    }

    void decisionFailed() {
        decisionFailures.incrementAndGet();
    }

    long decisionFailures() {
        return decisionFailures.get();
    }

    long get(int interfaceIndex, Counter counter) {
        return values.getOpaque(at(interfaceIndex, counter));
    }

    /** Whether a frame was truncated within that time. */
    boolean truncatedWithin(int interfaceIndex, Duration time) {
        return get(interfaceIndex, Counter.TRUNCATED) > 0
                && System.nanoTime() - get(interfaceIndex, Counter.TRUNCATED_AT) < time.toNanos();
    }

    List<InterfaceCounters> of(List<AttachedInterface> interfaces) {
        List<InterfaceCounters> all = new ArrayList<>();
        for (AttachedInterface attached : interfaces) {
            int index = attached.index();
            all.add(new InterfaceCounters(
                    attached.name(),
                    get(index, Counter.RECEIVED),
                    get(index, Counter.INJECTED),
                    get(index, Counter.NOT_INJECTED),
                    get(index, Counter.KERNEL_DROPS),
                    get(index, Counter.TRUNCATED),
                    get(index, Counter.LONGEST_TRUNCATED),
                    get(index, Counter.PARTIAL_CHECKSUMS)));
        }
        return List.copyOf(all);
    }

    private static int at(int interfaceIndex, Counter counter) {
        return interfaceIndex * COUNTERS + counter.ordinal();
    }
}
