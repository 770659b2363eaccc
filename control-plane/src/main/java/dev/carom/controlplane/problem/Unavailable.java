package dev.carom.controlplane.problem;

/** Cannot be served now, through no fault of the caller's: the same request may be later. */
public final class Unavailable extends RuntimeException {
    private final String code;

    /** @param detail for people: why, and when to come back */
    public Unavailable(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
