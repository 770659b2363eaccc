package dev.carom.controlplane.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks twice before much is removed: a document that lost its half should not take half of the service with it. */
@Component
class RemovalGuard {
    private final int mostPercent;

    RemovalGuard(@Value("${carom.removal-guard-percent:25}") int mostPercent) {
        this.mostPercent = mostPercent;
    }

    /** What must be said to go on; absent when nothing need be. The same removals have the same token. */
    @Nullable String token(Snapshot present, List<RevisionChange> changes) {
        return isMuch(present, changes, Kind.VIP) || isMuch(present, changes, Kind.BACKEND) ? digest(changes) : null;
    }

    private boolean isMuch(Snapshot present, List<RevisionChange> changes, Kind kind) {
        long removed = changes.stream()
                .filter(change -> change.after() == null)
                .filter(change -> change.resourceType().equals(kind.type().noun()))
                .count();
        return removed > 0
                && removed * 100 > (long) mostPercent * present.all(kind, null).size();
    }

    private static String digest(List<RevisionChange> changes) {
        String removed = changes.stream()
                .filter(change -> change.after() == null)
                .map(change -> change.resourceId().toString())
                .sorted()
                .reduce("", String::concat);
        return UUID.nameUUIDFromBytes(removed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
