package dev.carom.agent.datapath.pcap;

import java.util.concurrent.atomic.AtomicLongArray;

/** What the engine itself counts. Written by the data path's thread alone, read by any. */
final class EngineCounters {
    enum Counter {
        RECEIVED,
        INJECTED,
        KERNEL_DROPS,
        DECISION_FAILURES
    }

    private static final int SIZE = Counter.values().length;

    private final AtomicLongArray values = new AtomicLongArray(SIZE);

    void add(Counter counter, long amount) {
        values.setOpaque(counter.ordinal(), values.getPlain(counter.ordinal()) + amount);
    }

    void set(Counter counter, long value) {
        values.setOpaque(counter.ordinal(), value);
    }

    long get(Counter counter) {
        return values.getOpaque(counter.ordinal());
    }
}
