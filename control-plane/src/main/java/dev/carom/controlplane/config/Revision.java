package dev.carom.controlplane.config;

import java.time.Instant;

/** The header of one numbered state of the whole configuration. */
public record Revision(long number, long epoch, Instant createdAt, String actor) {}
