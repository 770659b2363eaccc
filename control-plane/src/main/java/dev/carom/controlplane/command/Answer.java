package dev.carom.controlplane.command;

/** What a node says of a command; the last one ends it. */
public sealed interface Answer {
    /** On the way; one line for a person. */
    record Progress(String text) implements Answer {}

    record Result(Outcome outcome) implements Answer {}

    /** @param code {@code TIMED_OUT}, {@code CANCELLED}, {@code BUSY}, {@code UNSUPPORTED_BY_NODE}, {@code FAILED} */
    record Failure(String code, String message) implements Answer {}
}
