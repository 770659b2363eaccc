package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a node says that it did with a state.
 *
 * @param errors with {@code REJECTED} the reasons; otherwise the resources that were left out
 */
public record Acknowledgement(
        UUID nodeId, Stage stage, RevisionId id, Hash hash, List<ResourceError> errors, Instant at) {
    public Acknowledgement {
        errors = List.copyOf(errors);
    }
}
