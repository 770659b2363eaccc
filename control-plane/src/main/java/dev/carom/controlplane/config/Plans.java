package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Revised;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Compares a document with the configuration, and puts it in place. */
@Component
public class Plans {
    private final Configuration configuration;
    private final Revisions revisions;
    private final Parts parts;
    private final Differences differences;
    private final RemovalGuard guard;

    Plans(Configuration configuration, Revisions revisions, Parts parts, Differences differences, RemovalGuard guard) {
        this.configuration = configuration;
        this.revisions = revisions;
        this.parts = parts;
        this.differences = differences;
        this.guard = guard;
    }

    /** @param owner whose resources are removed where the document leaves them out; empty: nothing is removed */
    public record Request(ObjectNode document, Optional<String> owner) {}

    /** The whole configuration as a document; equal configurations give equal ones. */
    public Revised<ObjectNode> export() {
        long revision = configuration.current().revision();
        return new Revised<>(DocumentWriter.write(Snapshot.of(revisions.contentAt(revision))), revision);
    }

    /** Does everything that {@link #put} would do, and takes it back. */
    public Plan plan(Request request) {
        Comparison compared = compare(request);
        try {
            configuration.rehearse(log -> parts.apply(log, compared.changes(), compared.pointers()));
            return compared.plan(List.of());
        } catch (InvalidResource e) {
            return compared.plan(e.violations());
        } catch (Conflict e) {
            return compared.plan(
                    e.violations().isEmpty() ? List.of(new Violation("", e.code(), e.detail())) : e.violations());
        }
    }

    /**
     * Makes the configuration as the document wants it, in one revision.
     *
     * @param expected of the revision that the document was made from
     * @param removalToken what {@link Plan#removalToken} asked for
     * @param whenRevised done in the same transaction, if something changes
     */
    public Revised<Plan> put(
            Request request, ExpectedVersion expected, @Nullable String removalToken, LongConsumer whenRevised) {
        return configuration.change("Put a whole configuration", log -> {
            log.whenRevised(whenRevised);
            expected.check(configuration.current().revision());
            Comparison compared = compare(request);
            String asked = compared.token();
            if (asked != null && !asked.equals(removalToken)) {
                throw new Conflict(
                        "REMOVAL_TOKEN_REQUIRED",
                        "This document removes " + compared.removals()
                                + " resources, more than the guard lets pass unasked. Look at its plan, and repeat with"
                                + " the removalToken that the plan shows.");
            }
            parts.apply(log, compared.changes(), compared.pointers());
            return compared.plan(List.of());
        });
    }

    private Comparison compare(Request request) {
        long revision = configuration.current().revision();
        Snapshot present = Snapshot.of(revisions.contentAt(revision));
        List<DocumentReader.Wanted> wanted = DocumentReader.read(request.document(), present);
        List<RevisionChange> changes = differences.of(present, wanted, request.owner());
        return Comparison.of(revision, present, wanted, changes, guard.token(present, changes));
    }
}
