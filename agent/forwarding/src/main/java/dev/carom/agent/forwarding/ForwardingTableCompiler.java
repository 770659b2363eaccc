package dev.carom.agent.forwarding;

import java.util.List;

/** Compiles a desired state and a node's view into a table. A pure function: equal inputs, equal tables. */
public final class ForwardingTableCompiler {
    private ForwardingTableCompiler() {}

    /** A bad resource is left out and named; it never blocks the good ones. */
    public record Compilation(ForwardingTable table, List<ResourceError> errors) {
        public Compilation {
            errors = List.copyOf(errors);
        }
    }

    /** {@code resource} is {@code vips/<uuid>}, {@code backends/<uuid>} …; {@code code} as in the REST problems. */
    public record ResourceError(String resource, String code, String message) {}

    public static Compilation compile(DesiredState desired, NodeView view) {
        return new Compilation(new ForwardingTable(), List.of());
    }
}
