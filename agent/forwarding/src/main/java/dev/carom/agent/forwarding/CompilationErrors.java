package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects, in the order of discovery, what was left out of a table. */
final class CompilationErrors {
    private final List<ResourceError> errors = new ArrayList<>();

    void add(String collection, UUID id, String code, String message) {
        errors.add(new ResourceError(collection + "/" + id, code, message));
    }

    List<ResourceError> toList() {
        return List.copyOf(errors);
    }
}
