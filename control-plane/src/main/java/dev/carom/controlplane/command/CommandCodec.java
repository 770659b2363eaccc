package dev.carom.controlplane.command;

/** Puts orders and outcomes into the agent service's encoding, and back. */
public interface CommandCodec {
    byte[] encode(Order order);

    /** @throws IllegalArgumentException if these bytes are no outcome of such a command */
    Outcome decode(CommandKind kind, byte[] outcome);
}
