package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document beside the configuration.
 *
 * @param pointers where each wanted resource stands in the document
 * @param token what must be said for its removals; absent when nothing need be
 */
record Comparison(
        long revision,
        Snapshot present,
        List<RevisionChange> changes,
        Map<UUID, String> pointers,
        @Nullable String token) {
    static Comparison of(
            long revision,
            Snapshot present,
            List<DocumentReader.Wanted> wanted,
            List<RevisionChange> changes,
            @Nullable String token) {
        Map<UUID, String> pointers = new HashMap<>();
        wanted.forEach(each -> pointers.put(each.id(), each.pointer()));
        return new Comparison(revision, present, changes, pointers, token);
    }

    Plan plan(List<Violation> findings) {
        return new Plan(revision, changes, findings, Impact.of(present, changes), token);
    }

    long removals() {
        return changes.stream().filter(change -> change.after() == null).count();
    }
}
