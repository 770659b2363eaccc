package dev.carom.controlplane.problem;

import java.util.List;

/** Another resource is in the way: 409. The violations point at what to change, when it is in the document. */
public final class Conflict extends RuntimeException {
    private final String code;
    private final List<Violation> violations;

    public Conflict(String code, String detail) {
        super(detail);
        this.code = code;
        this.violations = List.of();
    }

    public Conflict(Violation violation) {
        super(violation.detail());
        this.code = violation.code();
        this.violations = List.of(violation);
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }
}
