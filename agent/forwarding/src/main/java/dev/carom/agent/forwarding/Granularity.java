package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.FlowShare.Weighted;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Where whole slots of a table cannot follow the weights of a pool: a light backend beside many heavy ones. */
public final class Granularity {
    /** Shares further off than this, as a part of what the weights ask for, are told. */
    private static final double TOLERANCE = 0.1;

    private Granularity() {}

    /**
     * A backend whose flows are not in the ratio of its weight.
     *
     * @param wanted its part of all weights, 0 to 1
     * @param given its part of all slots, 0 to 1
     */
    public record Skew(UUID id, double wanted, double given) {}

    /** In the order of the backends; those without weight take no flows, as their weight asks. */
    public static List<Skew> of(List<Weighted> backends) {
        int[] weights = backends.stream().mapToInt(Weighted::weight).toArray();
        int[] quotas = SlotQuotas.of(weights, MaglevTable.SIZE);
        double total = IntStream.of(weights).asLongStream().sum();
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .mapToObj(
                        i -> new Skew(backends.get(i).id(), weights[i] / total, (double) quotas[i] / MaglevTable.SIZE))
                .filter(skew -> Math.abs(skew.given() - skew.wanted()) > TOLERANCE * skew.wanted())
                .toList();
    }
}
