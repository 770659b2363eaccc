package dev.carom.controlplane.problem;

import java.util.List;

/** The document can be read, but breaks rules: 422. */
public final class InvalidResource extends RuntimeException {
    private final List<Violation> violations;

    public InvalidResource(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public InvalidResource(String pointer, String code, String detail) {
        this(List.of(new Violation(pointer, code, detail)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
