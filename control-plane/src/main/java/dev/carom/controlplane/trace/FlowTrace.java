package dev.carom.controlplane.trace;

import dev.carom.controlplane.command.Explanation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a flow goes, and how its frame looks before and after. The IP packet is the same, byte for byte.
 *
 * @param after absent when it goes nowhere
 */
public record FlowTrace(
        UUID nodeId,
        Explanation explanation,
        Macs before,
        @Nullable Macs after) {
    /** @param source absent where no packet was seen: it is the last hop's */
    @Schema(name = "FrameMacs")
    public record Macs(@Nullable String source, @Nullable String destination) {}

    static FlowTrace of(UUID node, Explanation explanation) {
        Explanation.Chosen chosen = explanation.chosen();
        return new FlowTrace(
                node,
                explanation,
                new Macs(explanation.cameFromMac(), explanation.cameToMac()),
                chosen == null ? null : new Macs(chosen.sourceMac(), chosen.destinationMac()));
    }
}
