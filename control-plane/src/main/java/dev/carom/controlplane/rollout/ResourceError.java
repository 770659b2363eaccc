package dev.carom.controlplane.rollout;

/**
 * Why a node left one resource out.
 *
 * @param resource {@code vips/<uuid>}, {@code listeners/<uuid>}, {@code backends/<uuid>} …
 */
public record ResourceError(String resource, String code, String message) {}
