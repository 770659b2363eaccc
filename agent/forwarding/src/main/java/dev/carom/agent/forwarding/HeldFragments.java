package dev.carom.agent.forwarding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Later fragments that overtook their first, in the order they came: in fixed memory, and for a bounded time. Owned by
 * the data path's thread; nothing here allocates.
 */
final class HeldFragments implements AutoCloseable {
    static final int NONE = -1;
    /** Enough for a dozen datagrams of 64 KB at once. */
    static final int CAPACITY = 512;
    /** Networks reorder within milliseconds; a sender that lost the first fragment sends the datagram anew. */
    static final int WAIT_MILLIS = 500;
    /** A jumbo frame with its tag; what is longer is no frame of a wire. */
    static final int LONGEST = 9_234;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory = arena.allocate((long) CAPACITY * LONGEST, 8);
    private final long[] datagrams = new long[CAPACITY];
    /** In bytes; 0 where the fragment has left. */
    private final int[] lengths = new int[CAPACITY];

    private final int[] ingresses = new int[CAPACITY];
    private final int[] heldAt = new int[CAPACITY];
    private final boolean[] released = new boolean[CAPACITY];
    private int oldest;
    private int span;
    private int releasedCount;

    /** False when there is no room. {@code datagram} is the keyed hash of what the fragment is a part of. */
    boolean hold(MemorySegment frame, int ingressInterface, long datagram, int nowMillis) {
        if (span == CAPACITY || frame.byteSize() > LONGEST) {
            return false;
        }
        int place = (oldest + span++) % CAPACITY;
        MemorySegment.copy(frame, 0, memory, (long) place * LONGEST, frame.byteSize());
        datagrams[place] = datagram;
        lengths[place] = (int) frame.byteSize();
        ingresses[place] = ingressInterface;
        heldAt[place] = nowMillis;
        released[place] = false;
        return true;
    }

    /** The first fragment of that datagram has come. */
    void release(long datagram) {
        for (int i = 0; i < span; i++) {
            int place = (oldest + i) % CAPACITY;
            if (lengths[place] > 0 && !released[place] && datagrams[place] == datagram) {
                released[place] = true;
                releasedCount++;
            }
        }
    }

    /** The place of the oldest fragment that is released, or {@link #NONE}. */
    int nextReleased() {
        for (int i = 0; releasedCount > 0 && i < span; i++) {
            int place = (oldest + i) % CAPACITY;
            if (released[place]) {
                return place;
            }
        }
        return NONE;
    }

    int ingressInterface(int place) {
        return ingresses[place];
    }

    /** Moves the frame at that place out. */
    MemorySegment take(int place, FrameBuffer into) {
        MemorySegment frame = into.of(lengths[place]);
        MemorySegment.copy(memory, (long) place * LONGEST, frame, 0, lengths[place]);
        remove(place);
        return frame;
    }

    /** How many waited in vain and are given up now. */
    int expire(int nowMillis) {
        int expired = 0;
        while (span > 0 && nowMillis - heldAt[oldest] >= WAIT_MILLIS) {
            remove(oldest);
            expired++;
        }
        return expired;
    }

    private void remove(int place) {
        if (released[place]) {
            released[place] = false;
            releasedCount--;
        }
        lengths[place] = 0;
        while (span > 0 && lengths[oldest] == 0) {
            oldest = (oldest + 1) % CAPACITY;
            span--;
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
