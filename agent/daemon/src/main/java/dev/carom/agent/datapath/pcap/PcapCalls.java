package dev.carom.agent.datapath.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The few functions of libpcap that the hot loop calls itself, on a handle that pcap4j opened. */
final class PcapCalls {
    private static final String LIBRARY = "libpcap.so.0.8";
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup PCAP = SymbolLookup.libraryLookup(LIBRARY, Arena.global());

    private static final MethodHandle DISPATCH =
            handle("pcap_dispatch", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle FILENO = handle("pcap_fileno", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle STATS =
            handle("pcap_stats", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final FunctionDescriptor HANDLER = FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** struct pcap_stat is three u_int: received, dropped for want of room, dropped by the interface. */
    static final int STATS_SIZE = 12;

    private static final int STATS_DROPPED = 4;

    private PcapCalls() {}

    /** Takes each frame of a dispatch; the addresses are valid during the call only. Must not throw: the VM would end. */
    interface FrameHandler {
        void onFrame(long user, long header, long bytes);
    }

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(PCAP.findOrThrow(name), descriptor);
    }

    /** The address of a C function that calls the handler, for as long as the arena lives. */
    static long callback(FrameHandler handler, Arena arena) {
        try {
            MethodHandle target = MethodHandles.lookup()
                    .findVirtual(
                            FrameHandler.class,
                            "onFrame",
                            MethodType.methodType(void.class, long.class, long.class, long.class))
                    .bindTo(handler);
            return LINKER.upcallStub(target, HANDLER, arena).address();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns how many frames the callback was given, or less than 0 when the capture is in error. */
    static int dispatch(long handle, int limit, long callback) {
        try {
            return (int) DISPATCH.invokeExact(handle, limit, callback, 0L);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The descriptor behind the handle; pcap4j's own getter reads garbage with libpcap 1.10. */
    static int descriptor(long handle) {
        try {
            return (int) FILENO.invokeExact(handle);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * Frames lost because the ring was full, since the capture began. Not to be called while dispatching.
     *
     * @param scratch of {@link #STATS_SIZE} bytes: made once, for this is called within the loop
     */
    static long dropped(long handle, MemorySegment scratch) {
        try {
            int result = (int) STATS.invokeExact(handle, scratch.address());
            return result < 0 ? 0 : Integer.toUnsignedLong(scratch.get(JAVA_INT, STATS_DROPPED));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
