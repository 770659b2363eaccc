package dev.carom.lab.namespace;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Joins a thread to a network namespace: setns(2). A platform thread, since a carrier thread would take others along. */
final class NamespaceThread {
    private static final int CLONE_NEWNET = 0x4000_0000;
    private static final int O_RDONLY = 0;
    private static final int O_CLOEXEC = 0x8_0000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_FIELD = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = function(
            "open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2), ERRNO);
    private static final MethodHandle SETNS =
            function("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), ERRNO);
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private NamespaceThread() {}

    static <T> T call(NetworkNamespace namespace, Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(() -> {
            join(namespace);
            return code.call();
        });
        Thread.ofPlatform().name("in " + namespace.name()).daemon().start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("in " + namespace.name() + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + namespace.name(), e);
        }
    }

    private static void join(NetworkNamespace namespace) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment path = arena.allocateFrom(namespace.path().toString());
            int descriptor = (int) OPEN.invokeExact(state, path, O_RDONLY | O_CLOEXEC);
            check(descriptor, "open " + namespace.path(), state);
            int joined = (int) SETNS.invokeExact(state, descriptor, CLONE_NEWNET);
            int ignored = (int) CLOSE.invokeExact(descriptor);
            check(joined, "setns " + namespace.path(), state);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(int result, String what, MemorySegment state) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": errno " + (int) ERRNO_FIELD.get(state, 0L));
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
    }
}
