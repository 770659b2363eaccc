package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Waits for descriptors to become readable, and can be woken from another thread. Waiting allocates nothing. */
public final class Poller implements AutoCloseable {
    private static final CheckedCall EVENTFD = new CheckedCall("eventfd", JAVA_INT, JAVA_INT);
    private static final CheckedCall WRITE = new CheckedCall("write", JAVA_INT, ValueLayout.ADDRESS, JAVA_LONG);
    private static final int EFD_CLOEXEC_NONBLOCK = 0x80800;
    private static final short POLLIN = 1;
    private static final int ENTRY_SIZE = 8;
    private static final int REVENTS = 6;

    private final Arena arena = Arena.ofShared();
    private final int wakeup = EVENTFD.call(0, EFD_CLOEXEC_NONBLOCK);
    private final int count;
    private final MemorySegment entries;

    public Poller(int... descriptors) {
        count = descriptors.length + 1;
        entries = arena.allocate((long) count * ENTRY_SIZE, ENTRY_SIZE);
        for (int i = 0; i < descriptors.length; i++) {
            watch(i, descriptors[i]);
        }
        watch(descriptors.length, wakeup);
    }

    private void watch(int entry, int descriptor) {
        entries.set(JAVA_INT, (long) entry * ENTRY_SIZE, descriptor);
        entries.set(JAVA_SHORT, (long) entry * ENTRY_SIZE + Integer.BYTES, POLLIN);
    }

    /** Blocks until a descriptor is readable or in error, {@link #wake} was called, or the time is over. */
    public void await(int timeoutMillis) {
        HotCalls.poll(entries.address(), count, timeoutMillis);
    }

    /** Whether the descriptor at this position had something to tell at the last wait. */
    public boolean ready(int position) {
        return entries.get(JAVA_SHORT, (long) position * ENTRY_SIZE + REVENTS) != 0;
    }

    /** Ends every wait from now on: the wake-up is not taken back. */
    public void wake() {
        try (Arena scratch = Arena.ofConfined()) {
            WRITE.call(wakeup, scratch.allocateFrom(JAVA_LONG, 1), (long) Long.BYTES);
        }
    }

    @Override
    public void close() {
        FileDescriptors.close(wakeup);
        arena.close();
    }
}
