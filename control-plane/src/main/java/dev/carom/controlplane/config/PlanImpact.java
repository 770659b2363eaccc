package dev.carom.controlplane.config;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a plan would do to traffic, by the tables that would forward it: an estimate, made without its counters. */
@Schema(name = "PlanImpact")
public record PlanImpact(
        @Schema(description = "Names of the VIPs that, or whose listeners, pools or backends change.")
        List<String> vipsTouched,

        int backendsAdded,
        int backendsRemoved,

        @Schema(
                description = "The share of today's flows that would go to another backend, or to none: over the"
                        + " listeners that serve today, each counting alike.")
        double movedFlowsPercent,

        List<PoolImpact> pools) {
    public PlanImpact {
        vipsTouched = List.copyOf(vipsTouched);
        pools = List.copyOf(pools);
    }

    /**
     * @param pool its name
     * @param movedFlowsPercent the share of its flows that would choose another backend than today; a pool that has no
     *     backend today has none
     */
    @Schema(name = "PoolImpact")
    public record PoolImpact(
            String pool,
            double movedFlowsPercent,

            @Schema(description = "Warnings: backends whose flows would not be in the ratio of their weights.")
            List<SkewedBackend> skewedBackends) {
        public PoolImpact {
            skewedBackends = List.copyOf(skewedBackends);
        }
    }

    /**
     * A backend too light beside the others of its pool: a table has whole slots, and each weight at least one.
     *
     * @param weightPercent its part of the pool's weights
     * @param flowsPercent the part of new flows that it would get
     */
    @Schema(name = "SkewedBackend")
    public record SkewedBackend(String backend, double weightPercent, double flowsPercent) {}
}
