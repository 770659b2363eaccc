package dev.carom.controlplane.diagnosis;

import java.time.Instant;
import java.util.UUID;

/** A finding that stands since a moment; {@code openedAt} is its age subtracted from now when an agent reported it. */
public record OpenFinding(UUID id, Finding finding, Instant openedAt) {}
