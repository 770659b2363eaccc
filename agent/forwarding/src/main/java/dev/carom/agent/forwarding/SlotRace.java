package dev.carom.agent.forwarding;

import java.util.Arrays;

/**
 * Whose each slot is if weights alone decide. Every backend asks for all slots in its own order, at moments that depend
 * on nothing but its weight, and a slot is for whoever asks first. So one that leaves the race changes no other's slot.
 *
 * <p>The moments are those of exponential clocks (the n-th of S comes 1/(S-n+1) after the one before): of racers with
 * such clocks each is first in proportion to its weight.
 */
final class SlotRace {
    private final SlotPermutation[] permutations;
    private final int[] weights;
    private final double[] best = new double[MaglevTable.SIZE];
    private final char[] winners = new char[MaglevTable.SIZE];
    private final int[] wins;
    private final int[] turns;
    private final double[] due;

    private SlotRace(SlotPermutation[] permutations, int[] weights) {
        this.permutations = permutations;
        this.weights = weights;
        wins = new int[weights.length];
        turns = new int[weights.length];
        due = Arrays.stream(weights)
                .mapToDouble(weight -> 1.0 / weight / MaglevTable.SIZE)
                .toArray();
        Arrays.fill(best, Double.POSITIVE_INFINITY);
    }

    /** {@code weights} are at least 1. */
    static SlotRace of(SlotPermutation[] permutations, int[] weights) {
        SlotRace race = new SlotRace(permutations, weights);
        race.run();
        return race;
    }

    /** By when all slots have likely been asked for; no later claim can win one of these. */
    private void run() {
        double until = 14.0 / Arrays.stream(weights).asLongStream().sum();
        for (int won = 0; won < MaglevTable.SIZE; until *= 2) {
            for (int member = 0; member < weights.length; member++) {
                won += claim(member, until);
            }
        }
        for (char winner : winners) {
            wins[winner]++;
        }
    }

    private int claim(int member, double until) {
        int first = 0;
        double now = due[member];
        int turn = turns[member];
        for (; now <= until && turn < MaglevTable.SIZE; turn++) {
            int slot = permutations[member].slot(turn);
            if (now < best[slot]) {
                first += best[slot] == Double.POSITIVE_INFINITY ? 1 : 0;
                best[slot] = now;
                winners[slot] = (char) member;
            }
            now += 1.0 / weights[member] / (MaglevTable.SIZE - 1 - turn);
        }
        turns[member] = turn;
        due[member] = now;
        return first;
    }

    boolean isWonBy(int member, int slot) {
        return winners[slot] == member;
    }

    int wins(int member) {
        return wins[member];
    }
}
