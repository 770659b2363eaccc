package dev.carom.agent.forwarding;

import java.util.Arrays;

/** The slots of a Maglev table while they are being filled. */
final class SlotFilling {
    private static final char FREE = 0xffff;

    private final char[] slots;
    private final SlotPermutation[] permutations;
    private final int[] taken;
    private int free;

    SlotFilling(int size, SlotPermutation[] permutations) {
        this.permutations = permutations;
        slots = new char[size];
        taken = new int[permutations.length];
        Arrays.fill(slots, FREE);
        free = size;
    }

    /** Leaves each member so many slots at most: the first it asked for, so that none of them changes as that grows. */
    void shrink(int[] most) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != FREE && most[slots[slot]] == 0) {
                release(slot);
            }
        }
        for (int member = 0; member < most.length; member++) {
            shrink(member, most[member]);
        }
    }

    private void shrink(int member, int most) {
        int held = taken[member];
        if (held <= most) {
            return;
        }
        int slot = permutations[member].offset();
        for (int seen = 0; seen < held; slot = next(member, slot)) {
            if (slots[slot] == member && ++seen > most) {
                release(slot);
            }
        }
    }

    private void release(int slot) {
        taken[slots[slot]]--;
        slots[slot] = FREE;
        free++;
    }

    private int next(int member, int slot) {
        return (int) (((long) slot + permutations[member].skip()) % slots.length);
    }

    /**
     * Brings each member up to its quota, while slots are free. In each of as many rounds as the most that one lacks, a
     * member takes a slot whenever its share of a turn is full.
     */
    void fill(int[] quotas) {
        int[] lacking = new int[quotas.length];
        Arrays.setAll(lacking, member -> Math.max(0, quotas[member] - taken[member]));
        int[] next =
                Arrays.stream(permutations).mapToInt(SlotPermutation::offset).toArray();
        int rounds = Arrays.stream(lacking).max().orElse(0);
        long[] credit = new long[lacking.length];
        Arrays.fill(credit, rounds / 2);
        for (int round = 0; round < rounds; round++) {
            for (int member = 0; member < lacking.length && free > 0; member++) {
                credit[member] += lacking[member];
                if (credit[member] >= rounds) {
                    credit[member] -= rounds;
                    next[member] = take(member, next[member]);
                }
            }
        }
    }

    private int take(int member, int from) {
        int slot = from;
        while (slots[slot] != FREE) {
            slot = next(member, slot);
        }
        slots[slot] = (char) member;
        taken[member]++;
        free--;
        return slot;
    }

    char[] slots() {
        return slots;
    }
}
