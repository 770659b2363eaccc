package dev.carom.controlplane.history;

import java.time.Instant;
import java.util.UUID;

/**
 * What a node told of one series within a short time.
 *
 * @param length of the time in milliseconds
 * @param covered how much of it the node told of, in milliseconds
 */
record Piece(UUID series, UUID nodeId, Instant start, long length, long covered, Amounts amounts) {
    Instant end() {
        return start.plusMillis(length);
    }

    /** Of the same time, series and node. */
    Piece plus(Piece other) {
        return new Piece(
                series, nodeId, start, length, Math.min(length, covered + other.covered), amounts.then(other.amounts));
    }
}
