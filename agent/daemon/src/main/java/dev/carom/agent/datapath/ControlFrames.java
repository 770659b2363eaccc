package dev.carom.agent.datapath;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Copies of frames of control interest (ARP, neighbour discovery), from the data path's one thread to one reader.
 * Bounded: when full a frame is lost and counted, and the data path never waits. Offering allocates nothing.
 */
public final class ControlFrames {
    /** In bytes: control frames are short; of a longer one the first bytes are kept. */
    private static final int SLOT_SIZE = 256;

    private static final int SLOTS = 1024;

    private final MemorySegment slots = Arena.ofAuto().allocate((long) SLOTS * SLOT_SIZE, 8);
    private final int[] lengths = new int[SLOTS];
    private final int[] interfaces = new int[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final FlightRecorder recorder = new FlightRecorder();
    private volatile @Nullable Thread reader;

    /** {@code bytes} start with the destination MAC; {@code interfaceIndex} is the data path's. */
    public record ControlFrame(int interfaceIndex, byte[] bytes) {}

    /** Called by the data path's thread alone. */
    public void offer(int interfaceIndex, MemorySegment frame) {
        long next = written.getPlain();
        if (next - read.getAcquire() == SLOTS) {
            lost.setOpaque(lost.getPlain() + 1);
            return;
        }
        int slot = (int) (next % SLOTS);
        int length = (int) Math.min(frame.byteSize(), SLOT_SIZE);
        MemorySegment.copy(frame, 0, slots, (long) slot * SLOT_SIZE, length);
        lengths[slot] = length;
        interfaces[slot] = interfaceIndex;
        written.setRelease(next + 1);
        LockSupport.unpark(reader);
    }

    /** Called by the one reader, which waits up to {@code timeoutNanos}. Null when none came, or on interruption. */
    public @Nullable ControlFrame poll(long timeoutNanos) {
        reader = Thread.currentThread();
        long next = read.getPlain();
        if (written.getAcquire() == next) {
            LockSupport.parkNanos(this, timeoutNanos);
            if (written.getAcquire() == next) {
                return null;
            }
        }
        int slot = (int) (next % SLOTS);
        byte[] bytes = slots.asSlice((long) slot * SLOT_SIZE, lengths[slot]).toArray(ValueLayout.JAVA_BYTE);
        ControlFrame frame = new ControlFrame(interfaces[slot], bytes);
        read.setRelease(next + 1);
        return frame;
    }

    /** Keeps control frames for people. */
    public FlightRecorder recorder() {
        return recorder;
    }

    /** Frames that found the queue full. */
    public long lost() {
        return lost.getOpaque();
    }
}
