package dev.carom.agent.datapath.pcap;

import dev.carom.agent.linux.HotCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the frames of one dispatch, since libpcap takes its own back after the callback. Owned by the data path's
 * thread. A slice per (slot, length) is made when first needed and kept: after that nothing is allocated.
 */
final class FrameBatch implements PcapCalls.FrameHandler {
    static final int CAPACITY = 64;

    /** struct pcap_pkthdr: seconds and microseconds as longs, then the captured and the real length as ints. */
    private static final int HEADER_MICROSECONDS = 8;

    private static final int HEADER_CAPTURED = 16;
    private static final int HEADER_LENGTH = 20;
    private static final int ALIGNMENT = 64;

    private final MemorySegment memory;
    private final long slotSize;
    private final int longest;
    private final @Nullable MemorySegment[][] slices;
    private final int[] lengths = new int[CAPACITY];
    private final int[] realLengths = new int[CAPACITY];
    private final long[] capturedMillis = new long[CAPACITY];
    private int count;

    FrameBatch(int longest, Arena arena) {
        this.longest = longest;
        slotSize = (longest + ALIGNMENT - 1L) / ALIGNMENT * ALIGNMENT;
        memory = arena.allocate(slotSize * CAPACITY, ALIGNMENT);
        slices = new MemorySegment[CAPACITY][longest + 1];
    }

    /** Never throws: dispatch is limited to the capacity, and a length is cut to a slot's. */
    @Override
    public void onFrame(long user, long header, long bytes) {
        int length = Math.min(HotCalls.MEMORY.get(ValueLayout.JAVA_INT, header + HEADER_CAPTURED), longest);
        MemorySegment.copy(HotCalls.MEMORY, bytes, memory, count * slotSize, length);
        lengths[count] = length;
        realLengths[count] = HotCalls.MEMORY.get(ValueLayout.JAVA_INT, header + HEADER_LENGTH);
        capturedMillis[count] = HotCalls.MEMORY.get(ValueLayout.JAVA_LONG, header) * 1_000
                + HotCalls.MEMORY.get(ValueLayout.JAVA_LONG, header + HEADER_MICROSECONDS) / 1_000;
        count++;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    MemorySegment frame(int slot) {
        return slice(slot, lengths[slot]);
    }

    boolean truncated(int slot) {
        return realLengths[slot] > lengths[slot];
    }

    /** As it was on the wire, in bytes. */
    int realLength(int slot) {
        return realLengths[slot];
    }

    /** Wall clock, milliseconds since 1970: the kernel stamped the frame so. */
    long capturedMillis(int slot) {
        return capturedMillis[slot];
    }

    /** Puts a frame in a slot in place of what was there; longer than a slot it is refused. */
    boolean replace(int slot, MemorySegment frame) {
        int length = (int) frame.byteSize();
        if (length > longest) {
            return false;
        }
        MemorySegment.copy(frame, 0, memory, slot * slotSize, length);
        lengths[slot] = length;
        return true;
    }

    long address(int slot) {
        return memory.address() + slot * slotSize;
    }

    int length(int slot) {
        return lengths[slot];
    }

    private MemorySegment slice(int slot, int length) {
        MemorySegment known = slices[slot][length];
        if (known == null) {
            known = memory.asSlice(slot * slotSize, length);
            slices[slot][length] = known;
        }
        return known;
    }
}
