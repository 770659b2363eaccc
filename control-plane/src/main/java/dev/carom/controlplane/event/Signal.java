package dev.carom.controlplane.event;

/**
 * Something that is told and not kept, as every replica hears it.
 *
 * @param type {@code <noun>.<verb>}
 * @param data JSON, in one line
 */
public record Signal(String type, String data) {}
