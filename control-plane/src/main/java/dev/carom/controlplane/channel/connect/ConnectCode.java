package dev.carom.controlplane.channel.connect;

import java.util.Locale;

/** The Connect protocol's error codes that this service uses, with the HTTP status of a unary answer. */
public enum ConnectCode {
    INVALID_ARGUMENT(400),
    FAILED_PRECONDITION(400),
    NOT_FOUND(404),
    PERMISSION_DENIED(403),
    RESOURCE_EXHAUSTED(429),
    UNIMPLEMENTED(501),
    INTERNAL(500),
    UNAVAILABLE(503),
    UNAUTHENTICATED(401);

    private final int status;

    ConnectCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
