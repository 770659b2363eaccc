package dev.carom.agent.forwarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a desired state and a node's view into a table. A pure function: equal inputs, equal tables. A bad resource
 * is left out and named; it never blocks the good ones.
 */
public final class ForwardingTableCompiler {
    private ForwardingTableCompiler() {}

    /**
     * @param errors the resources that were left out, and why
     * @param staleAt when the clock alone changes the outcome (the next drain deadline): compile again then
     */
    public record Compilation(ForwardingTable table, List<ResourceError> errors, Optional<Instant> staleAt) {
        public Compilation {
            errors = List.copyOf(errors);
        }
    }

    /** {@code resource} is {@code vips/<uuid>}, {@code backends/<uuid>} …; {@code code} as in the REST problems. */
    public record ResourceError(String resource, String code, String message) {}

    public static Compilation compile(DesiredState desired, NodeView view) {
        return new Compilation(ForwardingTable.EMPTY, List.of(), Optional.empty());
    }
}
