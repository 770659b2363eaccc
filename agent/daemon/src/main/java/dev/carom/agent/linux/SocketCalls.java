package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The socket calls of libc, that return errno with a minus where they fail. For one thread; nothing is allocated. */
final class SocketCalls {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = handle("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CONNECT = handle("connect", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SETSOCKOPT =
            handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GETSOCKOPT = handle("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle CLOSE = handle("close", JAVA_INT);

    private final MemorySegment state;
    private final MemorySegment length;

    SocketCalls(Arena arena) {
        state = arena.allocate(STATE);
        length = arena.allocateFrom(JAVA_INT, Integer.BYTES);
    }

    private static MethodHandle handle(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    int socket(int family, int type) {
        try {
            return orErrno((int) SOCKET.invokeExact(state, family, type, 0));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    int bind(int socket, MemorySegment address, int size) {
        try {
            return orErrno((int) BIND.invokeExact(state, socket, address, size));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    int connect(int socket, MemorySegment address, int size) {
        try {
            return orErrno((int) CONNECT.invokeExact(state, socket, address, size));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    int setOption(int socket, int level, int option, MemorySegment value) {
        try {
            return orErrno((int) SETSOCKOPT.invokeExact(state, socket, level, option, value, (int) value.byteSize()));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** An option whose value is an int. */
    int getOption(int socket, int level, int option, MemorySegment value) {
        try {
            return orErrno((int) GETSOCKOPT.invokeExact(state, socket, level, option, value, length));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    int close(int descriptor) {
        try {
            return orErrno((int) CLOSE.invokeExact(state, descriptor));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private int orErrno(int result) {
        return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    }
}
