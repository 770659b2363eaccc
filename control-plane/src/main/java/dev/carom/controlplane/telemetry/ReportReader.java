package dev.carom.controlplane.telemetry;

import java.time.Instant;
import java.util.UUID;

/** Reads stored reports; whoever knows the wire answers it. */
public interface ReportReader {
    /** @param receivedAt when a replica heard it: its ages are counted from there */
    NodeReport read(UUID node, byte[] content, Instant receivedAt);
}
