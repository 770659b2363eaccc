package dev.carom.controlplane.problem;

import org.jspecify.annotations.Nullable;

/** The document has not the shape that is asked for: 400. */
public final class UnreadableDocument extends RuntimeException {
    private final Violation violation;

    public UnreadableDocument(Violation violation, @Nullable Throwable cause) {
        super(violation.toString(), cause);
        this.violation = violation;
    }

    public Violation violation() {
        return violation;
    }
}
