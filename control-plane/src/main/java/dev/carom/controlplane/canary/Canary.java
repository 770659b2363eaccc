package dev.carom.controlplane.canary;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A revision that chosen nodes try, or tried, before all. */
public record Canary(
        long revision,

        @Schema(description = "Who tries it.", example = "nodes/0197f3a0-0000-7000-8000-000000000001")
        String target,

        CanaryState state,
        Instant startedAt,

        @Schema(description = "Rolled back if not all have verified it by then.")
        Instant verifyBy,

        @Schema(description = "When the last of them had.") @Nullable Instant verifiedAt,

        @Schema(description = "When it passes if nothing speaks against it.") @Nullable Instant soaksUntil,

        @Schema(description = "Rolled back if more of the backends that were UP on these nodes no longer are.")
        int healthLossPercent,

        @Schema(description = "Seconds to confirm it in, once it has passed.") @Nullable Long confirmWithinSeconds,

        @Nullable Instant endedAt,

        @Schema(description = "Why it ended, or what keeps it from ending; empty until then.")
        String reason,

        @Schema(description = "The revision with the old content.") @Nullable Long rolledBackBy,

        List<CanaryNode> nodes) {

    /** @param backendsUp how many were UP on it before, each counted for each of its listeners */
    @Schema(name = "CanaryNode")
    public record CanaryNode(UUID nodeId, String nodeName, int backendsUp) {}
}
