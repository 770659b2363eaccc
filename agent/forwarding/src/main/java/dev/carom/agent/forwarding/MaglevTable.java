package dev.carom.agent.forwarding;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A weighted Maglev table (Eisenbud et al., NSDI 2016, 3.4), filled interleaved by weight: a removed backend's slots
 * go to the others in proportion, and nearly all other slots stay.
 */
final class MaglevTable {
    /** Primes; the smallest that gives 100 slots to each backend of the pool, live or not. */
    private static final int[] SIZES = {251, 509, 1021, 2039, 4093, 8191, 16_381, 32_749, 65_537};

    private static final int SLOTS_PER_BACKEND = 100;
    private static final char FREE = 0xffff;

    private final char[] slots;

    /** {@code weight} at least 1. */
    record Candidate(UUID id, int weight) {}

    private MaglevTable(char[] slots) {
        this.slots = slots;
    }

    /**
     * @param candidates ordered by id; a slot holds an index into this list
     * @param poolSize all backends of the pool: the table's size must not change with their health
     */
    static MaglevTable of(List<Candidate> candidates, int poolSize, SipHash hash) {
        char[] slots = new char[size(poolSize)];
        Arrays.fill(slots, FREE);
        int[] quotas =
                SlotQuotas.of(candidates.stream().mapToInt(Candidate::weight).toArray(), slots.length);
        fill(
                slots,
                quotas,
                candidates.stream()
                        .map(candidate -> Permutation.of(candidate.id(), slots.length, hash))
                        .toArray(Permutation[]::new));
        return new MaglevTable(slots);
    }

    static int size(int poolSize) {
        for (int size : SIZES) {
            if (size >= SLOTS_PER_BACKEND * poolSize) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** In each of as many rounds as the largest quota, a backend takes a slot whenever its share of a turn is full. */
    private static void fill(char[] slots, int[] quotas, Permutation[] permutations) {
        int rounds = Arrays.stream(quotas).max().orElse(0);
        long[] credit = new long[quotas.length];
        Arrays.fill(credit, rounds / 2);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < quotas.length; i++) {
                credit[i] += quotas[i];
                if (credit[i] >= rounds) {
                    credit[i] -= rounds;
                    slots[permutations[i].nextFree(slots)] = (char) i;
                }
            }
        }
    }

    /** The candidate for a hash; only the low 32 bits choose. */
    int choose(long hash) {
        return slots[(int) ((hash & 0xffff_ffffL) * slots.length >>> 32)];
    }

    int size() {
        return slots.length;
    }

    int candidateAt(int slot) {
        return slots[slot];
    }

    /** The order in which one backend asks for slots. */
    private static final class Permutation {
        private final int skip;
        private int next;

        private Permutation(int offset, int skip) {
            this.next = offset;
            this.skip = skip;
        }

        static Permutation of(UUID id, int size, SipHash hash) {
            long h = hash.begin()
                    .word(id.getMostSignificantBits())
                    .word(id.getLeastSignificantBits())
                    .finish(0, 16);
            return new Permutation((int) ((h & 0xffff_ffffL) % size), (int) ((h >>> 32) % (size - 1)) + 1);
        }

        int nextFree(char[] slots) {
            while (slots[next] != FREE) {
                next = (int) (((long) next + skip) % slots.length);
            }
            return next;
        }
    }
}
