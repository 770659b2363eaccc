package dev.carom.controlplane.diagnosis;

/**
 * A diagnosed problem.
 *
 * @param code one of the fixed codes, as {@code DATABASE_WENT_BACK}
 * @param resource what it is about: {@code nodes/<uuid>}, {@code vips/<uuid>} …
 * @param evidence what was seen
 * @param remedy what mends it
 */
public record Finding(String code, String resource, String summary, String evidence, String remedy) {}
