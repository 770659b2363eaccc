package dev.carom.controlplane.trace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.command.Explanation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Where a flow goes, and who says so. */
public record FlowTrace(
        @Schema(description = "The owner of the VIP, which answers.")
        UUID nodeId,

        @JsonUnwrapped Explanation explanation) {}
