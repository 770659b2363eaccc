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

        @Schema(description = "Over the pools that listeners of today use, each counting alike.")
        double movedFlowsPercent,

        List<PoolImpact> pools) {
    public PlanImpact {
        vipsTouched = List.copyOf(vipsTouched);
        pools = List.copyOf(pools);
    }

    /** @param movedFlowsPercent the share of new flows that would choose another backend than today */
    @Schema(name = "PoolImpact")
    public record PoolImpact(String pool, double movedFlowsPercent) {}
}
