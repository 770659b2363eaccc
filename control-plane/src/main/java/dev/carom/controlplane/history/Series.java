package dev.carom.controlplane.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A VIP's or a backend's past.
 *
 * @param series {@code vips/<uuid>} or {@code backends/<uuid>}, as the event stream names it
 * @param from a multiple of the step, as {@code to}
 */
@Schema(name = "Series")
public record Series(
        @Schema(example = "vips/5b0f5c2e-6a3f-4a55-9a43-1a7c52d4c0de")
        String series,

        Instant from,
        Instant to,

        @Schema(
                description = "The step that was asked for, or the next that is held for this time and not too fine.",
                example = "10")
        long stepSeconds,

        @Schema(description = "One for each step, in their order.")
        List<SeriesPoint> points) {
    public Series {
        points = List.copyOf(points);
    }
}
