package dev.carom.agent.datapath;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The last frames that one thread met, in memory that never grows. Writing allocates nothing; any thread copies. */
final class FlightRing {
    /** Of a longer frame the first bytes are kept. */
    static final int SNAPSHOT_BYTES = 128;

    static final int SLOTS = 2_048;

    private final MemorySegment memory = Arena.ofAuto().allocate((long) SLOTS * SNAPSHOT_BYTES, 8);
    private final long[] millis = new long[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final int[] interfaces = new int[SLOTS];
    private final boolean[] outbound = new boolean[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final int parity;

    /** @param parity 0 or 1: the numbers of two rings differ by it */
    FlightRing(int parity) {
        this.parity = parity;
    }

    /** Called by the one writer. */
    void write(int interfaceIndex, MemorySegment frame, long wallMillis, boolean sent) {
        long number = written.getPlain();
        int slot = (int) (number % SLOTS);
        int length = (int) frame.byteSize();
        MemorySegment.copy(frame, 0, memory, (long) slot * SNAPSHOT_BYTES, Math.min(length, SNAPSHOT_BYTES));
        millis[slot] = wallMillis;
        lengths[slot] = length;
        interfaces[slot] = interfaceIndex;
        outbound[slot] = sent;
        written.setRelease(number + 1);
    }

    /** At most as many of the newest, the oldest of them first; those that were written over meanwhile are left out. */
    List<RecordedFrame> newest(int most) {
        long end = written.getAcquire();
        long begin = Math.max(0, end - Math.min(most, SLOTS));
        List<RecordedFrame> frames = new ArrayList<>();
        for (long number = begin; number < end; number++) {
            frames.add(copy(number));
        }
        VarHandle.acquireFence();
        // The writer may be in the slot of the next number, which was that of one a whole turn before.
        long lost = written.getPlain() - SLOTS + 1 - begin;
        return List.copyOf(frames.subList((int) Math.clamp(lost, 0, frames.size()), frames.size()));
    }

    private RecordedFrame copy(long number) {
        int slot = (int) (number % SLOTS);
        int length = lengths[slot];
        byte[] bytes = memory.asSlice((long) slot * SNAPSHOT_BYTES, Math.clamp(length, 0, SNAPSHOT_BYTES))
                .toArray(ValueLayout.JAVA_BYTE);
        return new RecordedFrame(
                2 * number + parity,
                Instant.ofEpochMilli(millis[slot]),
                interfaces[slot],
                bytes,
                length,
                outbound[slot]);
    }
}
