package dev.carom.controlplane.problem;

/** A write without a readable If-Match: 428. */
public final class PreconditionMissing extends RuntimeException {
    public PreconditionMissing(String detail) {
        super(detail);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
