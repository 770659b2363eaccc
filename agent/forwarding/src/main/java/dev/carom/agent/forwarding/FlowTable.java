package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import java.util.function.IntConsumer;

/**
 * Remembers which backend a flow is on, within fixed memory. A new flow is on probation; one that goes on for 200 ms is
 * protected, and no flood of new ones can push it out. An entry on probation has as long to prove itself: until then
 * it is not pushed out either, and when all are that young there is no room.
 *
 * <p>Times are milliseconds in 32 bits that wrap. Owned by the data path's thread.
 */
final class FlowTable implements AutoCloseable {
    static final int NONE = FlowStore.NONE;

    /** How long a flow must have gone on to be protected. */
    static final int PROBATION_MILLIS = 200;

    private static final int PROTECTED = 0x80;
    /** A touched entry moves to the young end of its list no more often than that. */
    private static final int RELIST_MILLIS = 1_000;

    private final FlowStore store;
    private final FlowList free;
    private final FlowList probation;
    private final FlowList proven;
    private final int provenCapacity;
    private final PrefixQuota quota;
    private final FlowOwners owners;
    private final FlowKey scratch = new FlowKey();
    /** Keeps its first key: what was taken must be given back under the same hash. */
    private final SipHash quotaHash;

    private SipHash hash;
    private int hand;

    /** Three quarters of {@code capacity} may become protected. */
    FlowTable(int capacity, int protectedPerPrefix, HashKey key, FlowOwners owners) {
        store = new FlowStore(capacity);
        free = new FlowList(store);
        probation = new FlowList(store);
        proven = new FlowList(store);
        provenCapacity = capacity - Math.max(1, capacity / 4);
        quota = new PrefixQuota(protectedPerPrefix);
        this.owners = owners;
        quotaHash = new SipHash(key);
        hash = new SipHash(key);
        for (int entry = 0; entry < capacity; entry++) {
            store.owner(entry, NONE);
            free.add(entry);
        }
    }

    /** The entry of a flow that has not expired, or {@link #NONE}. */
    int find(FlowKey key, long keyHash, int now) {
        int entry = store.find(key, keyHash);
        if (entry != NONE && isExpired(entry, now)) {
            remove(entry);
            return NONE;
        }
        return entry;
    }

    /** As {@link #find}, and forgets nothing. */
    int peek(FlowKey key, long keyHash, int now) {
        int entry = store.find(key, keyHash);
        return entry != NONE && isExpired(entry, now) ? NONE : entry;
    }

    boolean hasRoom(int now) {
        int oldest = probation.oldest();
        return free.size() > 0
                || oldest != NONE && (isExpired(oldest, now) || now - store.created(oldest) >= PROBATION_MILLIS);
    }

    /** Only when {@link #hasRoom}. */
    int insert(FlowKey key, long keyHash, int owner, FlowState state, int timeoutMillis, int now) {
        if (free.size() == 0) {
            remove(probation.oldest());
        }
        int entry = free.poll();
        store.writeKey(entry, key);
        store.tag(entry, state.ordinal());
        store.created(entry, now);
        store.deadline(entry, now + timeoutMillis);
        store.owner(entry, owner);
        store.link(entry, keyHash);
        probation.add(entry);
        if (state != FlowState.AFFINITY) {
            owners.gained(owner);
        }
        return entry;
    }

    /** Another packet of the flow: renews it, and protects it once it has proved itself. */
    void touch(int entry, FlowState state, int timeoutMillis, int now) {
        int tag = store.tag(entry);
        boolean isProven = (tag & PROTECTED) != 0;
        boolean proves = !isProven
                && state != FlowState.CLOSING
                && now - store.created(entry) >= PROBATION_MILLIS
                && proven.size() < provenCapacity
                && quota.tryTake(prefixHash(entry));
        int deadline = now + timeoutMillis;
        if (proves || Math.abs(deadline - store.deadline(entry)) >= Math.min(RELIST_MILLIS, timeoutMillis >>> 3)) {
            list(isProven).remove(entry);
            list(isProven || proves).add(entry);
            store.deadline(entry, deadline);
        }
        int newTag = state.ordinal() | (isProven || proves ? PROTECTED : 0);
        if (newTag != tag) {
            store.tag(entry, newTag);
        }
    }

    FlowState state(int entry) {
        return FlowState.of(store.tag(entry) & ~PROTECTED);
    }

    int owner(int entry) {
        return store.owner(entry);
    }

    void move(int entry, int owner) {
        if (state(entry) != FlowState.AFFINITY) {
            owners.lost(store.owner(entry));
            owners.gained(owner);
        }
        store.owner(entry, owner);
    }

    void remove(int entry) {
        boolean isProven = isProven(entry);
        if (isProven) {
            quota.release(prefixHash(entry));
        }
        store.readKey(entry, scratch);
        store.unlink(entry, scratch.hash(hash));
        list(isProven).remove(entry);
        if (state(entry) != FlowState.AFFINITY) {
            owners.lost(store.owner(entry));
        }
        store.owner(entry, NONE);
        free.add(entry);
    }

    /** Looks at the next {@code count} entries, round and round, and forgets the expired among them. */
    void expire(int count, int now) {
        for (int i = 0; i < count; i++) {
            hand = hand + 1 == store.capacity() ? 0 : hand + 1;
            if (store.owner(hand) != NONE && isExpired(hand, now)) {
                remove(hand);
            }
        }
    }

    /** Another key: every entry finds its new bucket. */
    void rekey(HashKey key) {
        SipHash newHash = new SipHash(key);
        store.clearBuckets();
        for (int entry = 0; entry < store.capacity(); entry++) {
            if (store.owner(entry) != NONE) {
                store.readKey(entry, scratch);
                store.link(entry, scratch.hash(newHash));
            }
        }
        hash = newHash;
    }

    /**
     * Shows the flows that were used last, those protected and those on probation by their shares.
     *
     * @param seen only looks
     */
    void recent(int most, int now, IntConsumer seen) {
        int wanted = Math.min(most, size());
        int ofProven = wanted == 0 ? 0 : (int) ((long) wanted * proven.size() / size());
        recent(proven, ofProven, now, seen);
        recent(probation, wanted - ofProven, now, seen);
    }

    private void recent(FlowList list, int most, int now, IntConsumer seen) {
        int entry = list.newest();
        for (int i = 0; i < most && entry != NONE; i++) {
            if (state(entry) != FlowState.AFFINITY && !isExpired(entry, now)) {
                seen.accept(entry);
            }
            entry = store.older(entry);
        }
    }

    void readKey(int entry, FlowKey key) {
        store.readKey(entry, key);
    }

    int size() {
        return probation.size() + proven.size();
    }

    int capacity() {
        return store.capacity();
    }

    boolean isProven(int entry) {
        return (store.tag(entry) & PROTECTED) != 0;
    }

    private FlowList list(boolean ofProven) {
        return ofProven ? proven : probation;
    }

    private boolean isExpired(int entry, int now) {
        return now - store.deadline(entry) >= 0;
    }

    private long prefixHash(int entry) {
        store.readKey(entry, scratch);
        SourceMask mask = SourceMask.NEIGHBORHOOD;
        return FlowKey.hashSource(
                quotaHash,
                mask.high(scratch.sourceHigh, scratch.sourceLow),
                mask.low(scratch.sourceHigh, scratch.sourceLow));
    }

    @Override
    public void close() {
        store.close();
    }
}
