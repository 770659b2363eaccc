package dev.carom.controlplane.telemetry;

import java.time.Instant;

/** A report as it came. */
public sealed interface Told {
    NodeReport report();

    /** All that there is. */
    record Whole(NodeReport report) implements Told {}

    /**
     * What is not as in the node's last whole report.
     *
     * @param report of health, counters of backends and neighbours it has only what is different; all else is whole
     * @param since the whole report's sequence, of the same boot
     * @param confirmedAt since when the neighbours that are left out have been confirmed
     */
    record Changes(NodeReport report, long since, Instant confirmedAt) implements Told {}
}
