package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import java.util.List;

/**
 * A desired state and where it comes from.
 *
 * @param hash SHA-256 of the bytes as they were sent, in hex
 * @param errors resources that could not be read and were left out
 */
public record RevisionedState(RevisionId id, String hash, DesiredState desired, List<ResourceError> errors) {
    public RevisionedState {
        errors = List.copyOf(errors);
    }
}
