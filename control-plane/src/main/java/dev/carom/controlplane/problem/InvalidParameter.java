package dev.carom.controlplane.problem;

/** A query parameter or header cannot be read: 400. */
public final class InvalidParameter extends RuntimeException {
    private final Violation violation;

    /** @param parameter its name, as {@code filter} or {@code Idempotency-Key} */
    public InvalidParameter(String parameter, String code, String detail) {
        super(parameter + ": " + detail);
        this.violation = new Violation("", code, detail, parameter);
    }

    public Violation violation() {
        return violation;
    }
}
