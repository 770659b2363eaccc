package dev.carom.controlplane.capture;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture as it stands.
 *
 * @param frames absent until it is done, as are {@code lost} and {@code full}
 * @param code why it failed: {@code BAD_FILTER}, {@code BUSY}, {@code TIMED_OUT} …
 */
@Schema(name = "Capture")
public record Capture(
        UUID id,

        @Schema(description = "Absent: it is what the node's flight recorder had.") @Nullable UUID vipId,

        @Schema(description = "That captures: the owner of the VIP when it began.")
        UUID nodeId,

        String filter,
        int seconds,
        long bytes,
        State state,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Of the file, until now.") long fileBytes,

        @Nullable Long frames,

        @Schema(description = "Frames that the node was too busy to take.") @Nullable Long lost,

        @Schema(description = "It ended because its bytes were used up.") @Nullable Boolean full,

        @Nullable String code,
        @Nullable String message) {
    /** Changes when it ends. */
    public long version() {
        return state == State.RUNNING ? 0 : 1;
    }

    @Schema(name = "CaptureState")
    public enum State {
        RUNNING,
        /** Its file is whole. */
        DONE,
        FAILED
    }
}
