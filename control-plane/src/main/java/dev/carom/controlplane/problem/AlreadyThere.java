package dev.carom.controlplane.problem;

import java.util.UUID;

/** A resource that was to be created only if there was none, is there: 412. */
public final class AlreadyThere extends RuntimeException {
    public AlreadyThere(String noun, UUID id) {
        super("There is a " + noun + " " + id
                + " already. Nothing was changed: read it, and replace it with If-Match.");
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
