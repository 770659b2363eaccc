package dev.carom.controlplane.command;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change would do to the flows that a node remembers now. */
public record Forecast(
        @Schema(description = "How many remembered flows of the changed pools were looked at, the most recent first.")
        int flows,

        @Schema(description = "Of them: to another backend with their next packet.")
        int moved,

        @Schema(description = "Of them: to another backend if they came anew, remembered by nobody.")
        int chosenElsewhere,

        List<Share> backends,
        @Nullable Explanation now,
        @Nullable Explanation then,
        @Nullable Long revision)
        implements Outcome {

    /** A backend's part of those flows: which it has, and which it would be chosen for if they came anew. */
    @Schema(name = "ForecastShare")
    public record Share(UUID backendId, String name, int holds, int wouldHold, int takes, int wouldTake) {}
}
