package dev.carom.agent.diagnose;

/** A capture that could not be taken. */
public final class CaptureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    CaptureException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code BAD_FILTER}, {@code BUSY} or {@code NO_CAPTURE}. */
    public String code() {
        return code;
    }
}
