package dev.carom.controlplane.platform.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot run; the message is a sentence for the operator. */
public class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        this(message, null);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
