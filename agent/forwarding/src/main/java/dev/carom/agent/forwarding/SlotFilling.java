package dev.carom.agent.forwarding;

import java.util.Arrays;

/** The slots of a Maglev table while they are being filled. */
final class SlotFilling {
    private static final char FREE = 0xffff;

    private final char[] slots = new char[MaglevTable.SIZE];
    private final SlotPermutation[] permutations;
    private final int[] taken;

    SlotFilling(SlotPermutation[] permutations) {
        this.permutations = permutations;
        taken = new int[permutations.length];
        Arrays.fill(slots, FREE);
    }

    /** Gives each member what it won, up to its quota: the first that it asked for. */
    void grant(SlotRace race, int[] quotas) {
        for (int member = 0; member < quotas.length; member++) {
            int granted = Math.min(quotas[member], race.wins(member));
            for (int turn = 0; taken[member] < granted; turn++) {
                int slot = permutations[member].slot(turn);
                if (race.isWonBy(member, slot)) {
                    take(member, slot);
                }
            }
        }
    }

    /**
     * Brings each member up to its quota; these add up to all slots. In each of as many rounds as the most that one
     * lacks, a member takes a slot whenever its share of a turn is full.
     */
    void fill(int[] quotas) {
        int[] lacking = new int[quotas.length];
        Arrays.setAll(lacking, member -> quotas[member] - taken[member]);
        int[] turns = new int[quotas.length];
        int rounds = Arrays.stream(lacking).max().orElse(0);
        long[] credit = new long[lacking.length];
        Arrays.fill(credit, rounds / 2);
        for (int round = 0; round < rounds; round++) {
            for (int member = 0; member < lacking.length; member++) {
                credit[member] += lacking[member];
                if (credit[member] >= rounds) {
                    credit[member] -= rounds;
                    turns[member] = takeFree(member, turns[member]);
                }
            }
        }
    }

    private int takeFree(int member, int from) {
        int turn = from;
        while (slots[permutations[member].slot(turn)] != FREE) {
            turn++;
        }
        take(member, permutations[member].slot(turn));
        return turn;
    }

    private void take(int member, int slot) {
        slots[slot] = (char) member;
        taken[member]++;
    }

    char[] slots() {
        return slots;
    }
}
