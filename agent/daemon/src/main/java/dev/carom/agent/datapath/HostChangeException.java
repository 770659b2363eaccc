package dev.carom.agent.datapath;

/** A change to the host, or its undoing, did not succeed. The message names the command and what it said. */
public final class HostChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HostChangeException(String message) {
        super(message);
    }

    public HostChangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
