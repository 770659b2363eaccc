package dev.carom.agent.forwarding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares the slots of a table out by weight: largest remainders first, and at least one slot for any weight. */
final class SlotQuotas {
    private SlotQuotas() {}

    /**
     * As many quotas as weights, 0 for weight 0; they add up to {@code slots}, as long as there are no more weights than
     * slots.
     */
    static int[] of(int[] weights, int slots) {
        long total = Arrays.stream(weights).asLongStream().sum();
        if (total == 0) {
            return new int[weights.length];
        }
        int[] quotas = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            quotas[i] = weights[i] == 0 ? 0 : Math.max(1, (int) ((long) weights[i] * slots / total));
        }
        settle(quotas, weights, slots, total);
        return quotas;
    }

    private static void settle(int[] quotas, int[] weights, int slots, long total) {
        int missing = slots - Arrays.stream(quotas).sum();
        Integer[] byNeed = IntStream.range(0, quotas.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> quotas[i] * total - (long) weights[i] * slots))
                .toArray(Integer[]::new);
        for (int turn = 0; missing > 0; turn++, missing--) {
            quotas[byNeed[turn % byNeed.length]]++;
        }
        for (int turn = byNeed.length - 1; missing < 0; turn = turn == 0 ? byNeed.length - 1 : turn - 1) {
            if (quotas[byNeed[turn]] > 1) {
                quotas[byNeed[turn]]--;
                missing++;
            }
        }
    }
}
