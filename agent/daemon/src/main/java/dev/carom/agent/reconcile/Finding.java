package dev.carom.agent.reconcile;

import java.time.Instant;

/**
 * A diagnosed problem.
 *
 * @param resource what it is about, as {@code vips/<uuid>} or {@code nodes/<uuid>}; empty = this node
 * @param evidence what was seen
 * @param remedy what to do about it
 */
public record Finding(
        FindingCode code, String resource, String summary, String evidence, String remedy, Instant since) {

    /** Two findings of one key are the same problem seen twice. */
    public Key key() {
        return new Key(code, resource);
    }

    public record Key(FindingCode code, String resource) {}
}
