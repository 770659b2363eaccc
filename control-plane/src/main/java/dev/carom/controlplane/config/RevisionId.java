package dev.carom.controlplane.config;

import java.util.Comparator;

/** Orders configurations across restored backups: compare the epoch first, then the revision. */
public record RevisionId(long epoch, long revision) implements Comparable<RevisionId> {
    private static final Comparator<RevisionId> ORDER =
            Comparator.comparingLong(RevisionId::epoch).thenComparingLong(RevisionId::revision);

    @Override
    public int compareTo(RevisionId other) {
        return ORDER.compare(this, other);
    }

    public boolean isAbove(RevisionId other) {
        return compareTo(other) > 0;
    }
}
