package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What every kind of descriptor can do. */
public final class FileDescriptors {
    private static final CheckedCall CLOSE = new CheckedCall("close", JAVA_INT);
    private static final CheckedCall SETSOCKOPT =
            new CheckedCall("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ValueLayout.ADDRESS, JAVA_INT);

    private FileDescriptors() {}

    public static void close(int descriptor) {
        CLOSE.call(descriptor);
    }

    /** Sets an option whose value is an int. */
    public static void setOption(int socket, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(JAVA_INT, value);
            SETSOCKOPT.call(socket, level, option, memory, (int) memory.byteSize());
        }
    }
}
