package dev.carom.controlplane.telemetry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one node did for a VIP or a backend within one interval that ended at {@code at}.
 *
 * @param series {@code vips/<uuid>} or {@code backends/<uuid>}
 * @param packets within the interval, as {@code bytes} and {@code newFlows}
 * @param flows remembered at its end; absent where the node does not say
 */
@Schema(name = "SeriesSample")
public record SeriesSample(
        @Schema(requiredMode = RequiredMode.REQUIRED) String series,
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID nodeId,
        @Schema(requiredMode = RequiredMode.REQUIRED) Instant at,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "1000")
        long intervalMs,

        @Schema(requiredMode = RequiredMode.REQUIRED) long packets,
        @Schema(requiredMode = RequiredMode.REQUIRED) long bytes,
        @Schema(requiredMode = RequiredMode.REQUIRED) long newFlows,
        @Nullable Long flows) {}
