package dev.carom.lab.demo;

import dev.carom.lab.topology.HostName;
import java.util.List;
import java.util.Map;

/** Connections by backend against what the weights promise. */
public record Spread(List<Share> shares) {
    private static final double TOLERANCE = 0.10;

    /** @param expected connections by weight */
    public record Share(String backend, int weight, int connections, double expected) {

        /** Relative: 0.1 is a tenth more or less than expected. */
        public double error() {
            return Math.abs(connections - expected) / expected;
        }
    }

    public static Spread of(Map<HostName, Integer> weights, Map<String, Integer> connections) {
        int total = connections.values().stream().mapToInt(Integer::intValue).sum();
        int allWeights = weights.values().stream().mapToInt(Integer::intValue).sum();
        return new Spread(weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Share(
                        entry.getKey().label(),
                        entry.getValue(),
                        connections.getOrDefault(entry.getKey().label(), 0),
                        (double) total * entry.getValue() / allWeights))
                .toList());
    }

    public int total() {
        return shares.stream().mapToInt(Share::connections).sum();
    }

    public double largestError() {
        return shares.stream().mapToDouble(Share::error).max().orElse(0);
    }

    Claim claim() {
        return new Claim(
                "Connections follow the weights within 10 %",
                largestError() <= TOLERANCE, "largest deviation %.1f %%".formatted(100 * largestError()));
    }
}
