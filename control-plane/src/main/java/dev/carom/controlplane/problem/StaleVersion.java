package dev.carom.controlplane.problem;

/** The If-Match of a write names another version than the current one: 412. */
public final class StaleVersion extends RuntimeException {
    private final long current;

    public StaleVersion(long current) {
        super("Somebody changed this resource since you read it (its version is now " + current
                + "). Nothing was changed: read it again and repeat your change.");
        this.current = current;
    }

    public long current() {
        return current;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
