package dev.carom.agent.forwarding;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A weighted Maglev table (Eisenbud et al., NSDI 2016, 3.4), filled interleaved by weight. All members of the pool fill
 * it first, whatever their health; then the slots that those have too many whose live weight is less go to the rest by
 * the same rule. So a backend that goes moves no slot but its own, and takes the very same ones when it comes back.
 */
final class MaglevTable {
    /** Primes; the smallest that gives 100 slots to each backend of the pool, live or not. */
    private static final int[] SIZES = {251, 509, 1021, 2039, 4093, 8191, 16_381, 32_749, 65_537};

    /** As many as can have a slot each. */
    static final int MOST_MEMBERS = 65_000;

    private static final int SLOTS_PER_BACKEND = 100;

    private final char[] slots;

    /** {@code weight} at least 1; {@code liveWeight} what of it counts now, 0 when it takes nothing. */
    record Member(UUID id, int weight, int liveWeight) {
        boolean live() {
            return liveWeight > 0;
        }

        boolean isReduced() {
            return liveWeight < weight;
        }
    }

    private MaglevTable(char[] slots) {
        this.slots = slots;
    }

    /**
     * @param members ordered by id, one of them live; a slot holds an index into the live ones among them
     * @param poolSize all backends of the pool, those of weight 0 too
     */
    static MaglevTable of(List<Member> members, int poolSize, SipHash hash) {
        int size = size(poolSize);
        SlotPermutation[] permutations = members.stream()
                .map(member -> SlotPermutation.of(member.id(), size, hash))
                .toArray(SlotPermutation[]::new);
        int[] all = members.stream().mapToInt(Member::weight).toArray();
        int[] live = SlotQuotas.of(members.stream().mapToInt(Member::liveWeight).toArray(), size);
        SlotFilling filling = new SlotFilling(size, permutations);
        filling.fill(SlotQuotas.of(all, size));
        filling.shrink(IntStream.range(0, live.length)
                .map(member -> members.get(member).isReduced() ? live[member] : size)
                .toArray());
        filling.fill(live);
        return new MaglevTable(ranked(filling.slots(), members));
    }

    /** Indexes of members become indexes of live members. */
    private static char[] ranked(char[] slots, List<Member> members) {
        int[] ranks = new int[members.size()];
        for (int member = 1; member < ranks.length; member++) {
            ranks[member] = ranks[member - 1] + (members.get(member - 1).live() ? 1 : 0);
        }
        char[] ranked = new char[slots.length];
        for (int slot = 0; slot < ranked.length; slot++) {
            ranked[slot] = (char) ranks[slots[slot]];
        }
        return ranked;
    }

    static int size(int poolSize) {
        for (int size : SIZES) {
            if (size >= SLOTS_PER_BACKEND * poolSize) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** The live member for a hash; only the low 32 bits choose. */
    int choose(long hash) {
        return slots[slotOf(hash)];
    }

    int slotOf(long hash) {
        return (int) ((hash & 0xffff_ffffL) * slots.length >>> 32);
    }

    int size() {
        return slots.length;
    }

    int candidateAt(int slot) {
        return slots[slot];
    }
}
