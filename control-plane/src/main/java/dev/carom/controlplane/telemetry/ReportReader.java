package dev.carom.controlplane.telemetry;

import java.time.Instant;
import java.util.UUID;

/** Reads stored reports; whoever knows the wire answers it. Ages are counted from when a replica heard the report. */
public interface ReportReader {
    NodeReport whole(UUID node, byte[] content, Instant receivedAt);

    Told.Changes changes(UUID node, byte[] content, Instant receivedAt);
}
