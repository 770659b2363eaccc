package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls of the packet loop: pointers travel as plain longs and errno is not captured, so that nothing is allocated. The
 * caller keeps the memory alive.
 */
public final class HotCalls {
    /** The whole address space, to read what a native callback points at. */
    public static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final int MSG_DONTWAIT = 0x40;
    private static final MethodHandle SENDMMSG =
            handle("sendmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT));
    private static final MethodHandle POLL =
            handle("poll", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

    private HotCalls() {}

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    /** Sends without waiting. Returns how many left before the first that could not; -1 when that was the first. */
    static int sendmmsg(int socket, long headers, int count) {
        try {
            return (int) SENDMMSG.invokeExact(socket, headers, count, MSG_DONTWAIT);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns how many are ready; 0 after the timeout, -1 when a signal came. */
    static int poll(long descriptors, int count, int timeoutMillis) {
        try {
            return (int) POLL.invokeExact(descriptors, (long) count, timeoutMillis);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
