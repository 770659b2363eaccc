package dev.carom.controlplane.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done within one step.
 *
 * @param at the end of the step
 */
@Schema(name = "SeriesPoint")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeriesPoint(
        @Schema(requiredMode = RequiredMode.REQUIRED) Instant at,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "How many nodes told of it; what the others of the group did is not in it.",
                example = "2")
        int nodes,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "How much of the step was told of: rates are counts by this time.",
                example = "10000")
        long coveredMs,

        @Schema(
                types = {"integer", "null"},
                format = "int64",
                description = "Null where no node told of it, as bytes and newFlows: a gap is no zero.",
                example = "5120")
        @Nullable Long packets,

        @Schema(
                types = {"integer", "null"},
                format = "int64")
        @Nullable Long bytes,

        @Schema(
                types = {"integer", "null"},
                format = "int64")
        @Nullable Long newFlows,

        @Schema(
                types = {"integer", "null"},
                format = "int64",
                description = "Remembered at the step's end; null for VIPs.")
        @Nullable Long flows) {}
