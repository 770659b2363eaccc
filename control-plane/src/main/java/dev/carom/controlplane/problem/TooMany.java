package dev.carom.controlplane.problem;

import java.time.Duration;

/** Too often: 429. */
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration retryAfter;

    public TooMany(String code, String detail, Duration retryAfter) {
        super(detail);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** When it is worth another try. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
