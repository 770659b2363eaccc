package dev.carom.controlplane.command;

import java.util.UUID;

/**
 * Said on the replica that heard it, once, in the transaction that stores it.
 *
 * @param last no more follows
 */
public record HeardAnswer(UUID command, UUID node, boolean last, Answer answer) {}
