package dev.carom.controlplane.command;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The nodes' streams on this replica. */
public interface OpenStreams {
    /** The stream's id by its node's. */
    Map<UUID, UUID> byNode();

    /** To that stream alone: what it misses because another has replaced it is claimed anew for that one. */
    void send(UUID node, UUID stream, Delivery delivery);

    void cancel(UUID node, UUID command);

    /** A command on its way to its node; {@code left} is the time until nobody waits any more. */
    record Delivery(UUID id, CommandKind kind, byte[] payload, Duration left) {}
}
