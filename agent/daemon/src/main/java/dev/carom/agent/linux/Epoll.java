package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Waits for sockets that connect; see epoll(7). Used by one thread, but for {@link #wake}. */
final class Epoll implements AutoCloseable {
    private static final CheckedCall CREATE = new CheckedCall("epoll_create1", JAVA_INT);
    private static final CheckedCall EVENTFD = new CheckedCall("eventfd", JAVA_INT, JAVA_INT);
    private static final CheckedCall WRITE = new CheckedCall("write", JAVA_INT, ADDRESS, ValueLayout.JAVA_LONG);
    private static final CheckedCall READ = new CheckedCall("read", JAVA_INT, ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle CONTROL = handle("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle WAIT = handle("epoll_wait", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final int CLOEXEC = 0x80000;
    private static final int CLOEXEC_NONBLOCK = 0x80800;
    private static final int ADD = 1;
    private static final int IN = 1;
    /** EPOLLOUT once: errors and hang-ups come without asking. */
    private static final int OUT_ONESHOT = 4 | 1 << 30;

    /** {@code struct epoll_event} is packed on x86-64 alone. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

    private static final long ENTRY = PACKED ? 12 : 16;
    private static final long DATA = PACKED ? 4 : 8;

    private final Arena arena = Arena.ofShared();
    private final int epoll = CREATE.call(CLOEXEC);
    private final int wakeup = EVENTFD.call(0, CLOEXEC_NONBLOCK);
    private final int capacity;
    private final MemorySegment ready;
    private final MemorySegment event = arena.allocate(ENTRY, Long.BYTES);

    Epoll(int capacity) {
        this.capacity = capacity;
        ready = arena.allocate(capacity * ENTRY, Long.BYTES);
        add(wakeup, IN);
    }

    private static MethodHandle handle(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** Tells once when the socket is connected or has failed; closing it ends the watch. */
    void add(int socket) {
        add(socket, OUT_ONESHOT);
    }

    private void add(int descriptor, int events) {
        event.set(JAVA_INT_UNALIGNED, 0, events);
        event.set(JAVA_INT_UNALIGNED, DATA, descriptor);
        try {
            int ignored = (int) CONTROL.invokeExact(epoll, ADD, descriptor, event);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** How many have something to tell; 0 after the timeout or a signal. */
    int await(int timeoutMillis) {
        try {
            return Math.max(0, (int) WAIT.invokeExact(epoll, ready, capacity, timeoutMillis));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The socket at this position of the last wait; -1 for a wake-up, which is taken back. */
    int descriptor(int position) {
        int descriptor = ready.get(JAVA_INT_UNALIGNED, position * ENTRY + DATA);
        if (descriptor != wakeup) {
            return descriptor;
        }
        try (Arena scratch = Arena.ofConfined()) {
            READ.call(wakeup, scratch.allocate(Long.BYTES, Long.BYTES), (long) Long.BYTES);
        }
        return -1;
    }

    void wake() {
        try (Arena scratch = Arena.ofConfined()) {
            WRITE.call(wakeup, scratch.allocateFrom(ValueLayout.JAVA_LONG, 1), (long) Long.BYTES);
        }
    }

    @Override
    public void close() {
        FileDescriptors.close(wakeup);
        FileDescriptors.close(epoll);
        arena.close();
    }
}
