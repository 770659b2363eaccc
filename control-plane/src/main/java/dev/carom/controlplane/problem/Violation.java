package dev.carom.controlplane.problem;

import org.jspecify.annotations.Nullable;

/**
 * One wrong thing in a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty is the whole document
 * @param code stable, for programs
 * @param detail why it is wrong and what to do, for people
 * @param parameter the query parameter or header at fault; absent when it is the document
 */
public record Violation(
        String pointer,
        String code,
        String detail,
        @Nullable String parameter) {
    public Violation(String pointer, String code, String detail) {
        this(pointer, code, detail, null);
    }

    /** The same, for a document that is a part of another. */
    public Violation below(String place) {
        return new Violation(place + pointer, code, detail, parameter);
    }
}
