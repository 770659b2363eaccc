package dev.carom.controlplane.problem;

import java.util.UUID;

/** No such resource: 404. */
public final class NotFound extends RuntimeException {
    public NotFound(String noun, UUID id) {
        this(noun, id.toString());
    }

    public NotFound(String noun, String id) {
        super("There is no " + noun + " " + id + ". It may have been deleted: list them to see what there is.");
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
