package dev.carom.lab.process;

import java.util.List;

/** A program ended with another status than 0, or could not be started. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(List<String> arguments, Output output) {
        super("%s: status %d: %s%s"
                .formatted(String.join(" ", arguments), output.status(), output.err(), output.out())
                .strip());
    }

    CommandFailed(List<String> arguments, Exception cause) {
        super(String.join(" ", arguments) + ": " + cause.getMessage(), cause);
    }
}
