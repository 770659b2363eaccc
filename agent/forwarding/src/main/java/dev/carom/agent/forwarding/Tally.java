package dev.carom.agent.forwarding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A count with one writer, read by any thread without a lock; a reader may be a moment behind. */
final class Tally {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Tally.class, "value", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("FieldMayBeFinal") // written through VALUE
    private long value;

    void add(long amount) {
        VALUE.setOpaque(this, value + amount);
    }

    void increment() {
        add(1);
    }

    void decrement() {
        add(-1);
    }

    long get() {
        return (long) VALUE.getOpaque(this);
    }
}
