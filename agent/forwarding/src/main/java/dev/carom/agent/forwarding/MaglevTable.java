package dev.carom.agent.forwarding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A weighted Maglev table (Eisenbud et al., NSDI 2016, 3.4) over those of a pool that take new flows. A race gives out
 * most slots, so that one who leaves moves hardly any but its own; what a quota lacks is filled in turns as in the
 * paper. All tables have one size: a pool that grows or shrinks keeps its slots where they are.
 */
final class MaglevTable {
    static final int SIZE = 1 << 16;

    /** As many as can have a slot each, and an index that is none of {@link SlotFilling}'s marks. */
    static final int MOST_MEMBERS = 65_000;

    /** Where there is no choice. */
    private static final char[] ALONE = new char[SIZE];

    private final char[] slots;
    private @Nullable String digest;

    /** {@code weight} at least 1. */
    record Member(UUID id, int weight) {}

    private MaglevTable(char[] slots) {
        this.slots = slots;
    }

    /** {@code members} ordered by id, at least one; a slot holds an index into them. */
    static MaglevTable of(List<Member> members, SipHash hash) {
        if (members.size() == 1) {
            return new MaglevTable(ALONE);
        }
        SlotPermutation[] permutations = members.stream()
                .map(member -> SlotPermutation.of(member.id(), hash))
                .toArray(SlotPermutation[]::new);
        int[] weights = members.stream().mapToInt(Member::weight).toArray();
        int[] quotas = SlotQuotas.of(weights, SIZE);
        SlotFilling filling = new SlotFilling(permutations);
        filling.grant(SlotRace.of(permutations, weights), quotas);
        filling.fill(quotas);
        return new MaglevTable(filling.slots());
    }

    /** The member for a hash; only bits 16 to 31 choose. */
    int choose(long hash) {
        return slots[slotOf(hash)];
    }

    int slotOf(long hash) {
        return (int) (hash >>> 16) & SIZE - 1;
    }

    int size() {
        return slots.length;
    }

    int candidateAt(int slot) {
        return slots[slot];
    }

    /** SHA-256 of the slots; worked out once, by whoever asks first. */
    String digest() {
        String known = digest;
        if (known == null) {
            known = TableDescription.hash(List.of(new String(slots)));
            digest = known;
        }
        return known;
    }
}
