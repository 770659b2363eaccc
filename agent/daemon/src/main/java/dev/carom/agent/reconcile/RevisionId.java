package dev.carom.agent.reconcile;

import java.util.Comparator;

/** Orders configurations across restored backups: the epoch first, then the revision. */
public record RevisionId(long epoch, long revision) implements Comparable<RevisionId> {
    private static final Comparator<RevisionId> ORDER =
            Comparator.comparingLong(RevisionId::epoch).thenComparingLong(RevisionId::revision);

    @Override
    public int compareTo(RevisionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "." + revision;
    }
}
