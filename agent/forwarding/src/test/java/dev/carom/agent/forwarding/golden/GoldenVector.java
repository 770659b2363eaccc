package dev.carom.agent.forwarding.golden;

import java.util.List;

/** One named vector: {@code xdp} says whether the offload decides the same, or passes the frames up. */
public record GoldenVector(
        String name, String description, String table, String xdp, String xdpReason, List<GoldenStep> steps) {
    public GoldenVector {
        steps = List.copyOf(steps);
    }
}
