package dev.carom.controlplane.config;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The header of one numbered state of the whole configuration: who made it, when, why, and from where. */
public record Revision(
        long number,
        long epoch,
        Instant createdAt,
        String actor,

        @Schema(description = "Why: the Carom-Message of the write.") @Nullable String message,

        @Schema(description = "Absent when the control plane itself made it.") @Nullable String sourceAddress) {}
