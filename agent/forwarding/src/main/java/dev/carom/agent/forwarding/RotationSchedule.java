package dev.carom.agent.forwarding;

import java.util.Arrays;
import java.util.List;

/** One cycle of weighted round robin: each candidate as often as its weight says, its turns spread evenly. */
final class RotationSchedule {
    private final char[] turns;

    private RotationSchedule(char[] turns) {
        this.turns = turns;
    }

    /** Each weight at least 1. */
    static RotationSchedule of(List<Integer> weights) {
        int divisor = weights.stream().reduce(0, RotationSchedule::greatestCommonDivisor);
        int[] shares = weights.stream().mapToInt(weight -> weight / divisor).toArray();
        char[] turns = new char[Arrays.stream(shares).sum()];
        int rounds = Arrays.stream(shares).max().orElse(0);
        int[] credit = new int[shares.length];
        Arrays.fill(credit, rounds / 2);
        int filled = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < shares.length; i++) {
                credit[i] += shares[i];
                if (credit[i] >= rounds) {
                    credit[i] -= rounds;
                    turns[filled++] = (char) i;
                }
            }
        }
        return new RotationSchedule(turns);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    int candidateAt(int turn) {
        return turns[Integer.remainderUnsigned(turn, turns.length)];
    }
}
