package dev.carom.controlplane.doctor;

import dev.carom.controlplane.command.Diagnosis.BackendDiagnosis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as it stands.
 *
 * @param progress one line for each thing done, in the order they were told
 */
@Schema(name = "Diagnosis")
public record Examination(
        UUID id,

        @Schema(description = "What is examined.", example = "backends/7d1e…")
        String resource,

        State state,
        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "The nodes that examine: the owners of the VIPs.")
        List<UUID> nodeIds,

        List<String> progress,

        @Schema(description = "One entry for each (VIP, backend) that was looked at.")
        List<BackendDiagnosis> backends,

        @Schema(description = "Nodes that did not answer, and why.")
        List<Failure> failures) {
    public enum State {
        RUNNING,
        DONE,
        /** No node has found out anything. */
        FAILED
    }

    /** @param code as {@code TIMED_OUT} or {@code UNSUPPORTED_BY_NODE} */
    @Schema(name = "DiagnosisFailure")
    public record Failure(UUID nodeId, String code, String message) {}
}
