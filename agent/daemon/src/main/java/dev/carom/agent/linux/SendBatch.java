package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Frames that leave together by one sendmmsg(2). Owned by one thread; neither adding nor flushing allocates. The memory
 * of an added frame must stay as it is until the flush.
 */
public final class SendBatch {
    /** Size of struct mmsghdr, and where msghdr has its iovec pointer and count, on 64-bit Linux. */
    private static final int HEADER_SIZE = 64;

    private static final int HEADER_VECTOR = 16;
    private static final int HEADER_VECTOR_COUNT = 24;
    private static final int VECTOR_SIZE = 16;
    private static final int VECTOR_LENGTH = 8;

    private final PacketSocket socket;
    private final MemorySegment headers;
    private final MemorySegment vectors;
    private int count;

    public SendBatch(PacketSocket socket, int capacity, Arena arena) {
        this.socket = socket;
        headers = arena.allocate((long) capacity * HEADER_SIZE, HEADER_SIZE);
        vectors = arena.allocate((long) capacity * VECTOR_SIZE, VECTOR_SIZE);
        for (long i = 0; i < capacity; i++) {
            headers.set(JAVA_LONG, i * HEADER_SIZE + HEADER_VECTOR, vectors.address() + i * VECTOR_SIZE);
            headers.set(JAVA_LONG, i * HEADER_SIZE + HEADER_VECTOR_COUNT, 1);
        }
    }

    public void add(long address, long length) {
        long vector = (long) count * VECTOR_SIZE;
        vectors.set(JAVA_LONG, vector, address);
        vectors.set(JAVA_LONG, vector + VECTOR_LENGTH, length);
        count++;
    }

    public int size() {
        return count;
    }

    /** Sends what was added and empties the batch. Returns how many frames the kernel refused; those are gone. */
    public int flush() {
        int refused = 0;
        int done = 0;
        while (done < count) {
            int sent =
                    HotCalls.sendmmsg(socket.descriptor(), headers.address() + (long) done * HEADER_SIZE, count - done);
            if (sent > 0) {
                done += sent;
            } else {
                refused++;
                done++;
            }
        }
        count = 0;
        return refused;
    }
}
