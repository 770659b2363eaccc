package dev.carom.controlplane.problem;

/**
 * One wrong thing in a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty is the whole document
 * @param code stable, for programs
 * @param detail why it is wrong and what to do, for people
 */
public record Violation(String pointer, String code, String detail) {}
