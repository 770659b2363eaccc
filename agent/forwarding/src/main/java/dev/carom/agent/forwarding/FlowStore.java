package dev.carom.agent.forwarding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The memory of a flow table, off the heap: one cache line of 64 bytes for each entry, and chained hash buckets. Knows
 * no policy. {@link #NONE} ends chains and lists.
 */
final class FlowStore implements AutoCloseable {
    static final int NONE = -1;

    private static final int ENTRY_LENGTH = 64;
    private static final int PORTS = 32;
    private static final int DEADLINE = 40;
    private static final int CREATED = 44;
    private static final int OWNER = 48;
    private static final int CHAIN = 52;
    private static final int NEWER = 56;
    private static final int OLDER = 60;
    private static final int TAG_SHIFT = 40;
    private static final long PORTS_MASK = 0xff_ffff_ffffL;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment entries;
    private final MemorySegment buckets;
    private final int capacity;
    private final int bucketMask;

    FlowStore(int capacity) {
        this.capacity = capacity;
        int bucketCount = Integer.highestOneBit(Math.max(2, capacity)) * 2;
        bucketMask = bucketCount - 1;
        entries = arena.allocate((long) capacity * ENTRY_LENGTH, ENTRY_LENGTH);
        buckets = arena.allocate(bucketCount * 4L, 4);
        clearBuckets();
    }

    int capacity() {
        return capacity;
    }

    /** Unlinks every entry from its bucket at once. */
    void clearBuckets() {
        buckets.fill((byte) 0xff);
    }

    int find(FlowKey key, long hash) {
        int entry = buckets.get(INT, bucket(hash));
        while (entry != NONE && !holds(entry, key)) {
            entry = get(entry, CHAIN);
        }
        return entry;
    }

    private boolean holds(int entry, FlowKey key) {
        long at = at(entry);
        return (entries.get(LONG, at + PORTS) & PORTS_MASK) == key.ports
                && entries.get(LONG, at + 8) == key.sourceLow
                && entries.get(LONG, at + 24) == key.destinationLow
                && entries.get(LONG, at) == key.sourceHigh
                && entries.get(LONG, at + 16) == key.destinationHigh;
    }

    /** Writes a key into an entry; its state and segment become 0. */
    void writeKey(int entry, FlowKey key) {
        long at = at(entry);
        entries.set(LONG, at, key.sourceHigh);
        entries.set(LONG, at + 8, key.sourceLow);
        entries.set(LONG, at + 16, key.destinationHigh);
        entries.set(LONG, at + 24, key.destinationLow);
        entries.set(LONG, at + PORTS, key.ports);
    }

    void readKey(int entry, FlowKey key) {
        long at = at(entry);
        key.sourceHigh = entries.get(LONG, at);
        key.sourceLow = entries.get(LONG, at + 8);
        key.destinationHigh = entries.get(LONG, at + 16);
        key.destinationLow = entries.get(LONG, at + 24);
        key.ports = entries.get(LONG, at + PORTS) & PORTS_MASK;
    }

    void link(int entry, long hash) {
        long bucket = bucket(hash);
        set(entry, CHAIN, buckets.get(INT, bucket));
        buckets.set(INT, bucket, entry);
    }

    void unlink(int entry, long hash) {
        long bucket = bucket(hash);
        int at = buckets.get(INT, bucket);
        if (at == entry) {
            buckets.set(INT, bucket, get(entry, CHAIN));
            return;
        }
        while (get(at, CHAIN) != entry) {
            at = get(at, CHAIN);
        }
        set(at, CHAIN, get(entry, CHAIN));
    }

    /** What the entry is: state and list, as {@link FlowTable} packs them into a byte above the ports. */
    int tag(int entry) {
        return (int) (entries.get(LONG, at(entry) + PORTS) >>> TAG_SHIFT);
    }

    void tag(int entry, int tag) {
        long field = at(entry) + PORTS;
        entries.set(LONG, field, entries.get(LONG, field) & PORTS_MASK | (long) tag << TAG_SHIFT);
    }

    /** When it expires, in milliseconds of the forwarder's clock. */
    int deadline(int entry) {
        return get(entry, DEADLINE);
    }

    void deadline(int entry, int millis) {
        set(entry, DEADLINE, millis);
    }

    int created(int entry) {
        return get(entry, CREATED);
    }

    void created(int entry, int millis) {
        set(entry, CREATED, millis);
    }

    /** The stable number of the backend. */
    int owner(int entry) {
        return get(entry, OWNER);
    }

    void owner(int entry, int owner) {
        set(entry, OWNER, owner);
    }

    int newer(int entry) {
        return get(entry, NEWER);
    }

    void newer(int entry, int other) {
        set(entry, NEWER, other);
    }

    int older(int entry) {
        return get(entry, OLDER);
    }

    void older(int entry, int other) {
        set(entry, OLDER, other);
    }

    private long bucket(long hash) {
        // The low 32 bits choose the backend: the buckets go by the high ones.
        return ((hash >>> 32) & bucketMask) * 4L;
    }

    private static long at(int entry) {
        return (long) entry * ENTRY_LENGTH;
    }

    private int get(int entry, int field) {
        return entries.get(INT, at(entry) + field);
    }

    private void set(int entry, int field, int value) {
        entries.set(INT, at(entry) + field, value);
    }

    @Override
    public void close() {
        arena.close();
    }
}
