package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.Revised;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Goes back to the content of a revision, by a new one; ids stay. */
@Component
public class Rollback {
    private final Configuration configuration;
    private final Revisions revisions;
    private final Parts parts;

    Rollback(Configuration configuration, Revisions revisions, Parts parts) {
        this.configuration = configuration;
        this.revisions = revisions;
        this.parts = parts;
    }

    /**
     * The revision at which the content of {@code number} holds again: a new one, unless it holds already.
     *
     * @param whenRevised done in the same transaction with the new one
     */
    public Revised<Revision> to(long number, LongConsumer whenRevised) {
        if (number != 0) {
            find(number);
        }
        Revised<Boolean> done = configuration.change("Roll back to revision " + number, log -> {
            log.whenRevised(whenRevised);
            List<RevisionChange> differences =
                    revisions.differences(configuration.current().revision(), number);
            parts.apply(log, differences, Map.of());
            return true;
        });
        return new Revised<>(find(done.revision()), done.revision());
    }

    /** Undoes what one revision did, and nothing that others did since to other resources. */
    public Revised<Boolean> undo(long number, String reason) {
        return configuration.change(reason, log -> {
            parts.apply(log, revisions.differences(number, number - 1), Map.of());
            return true;
        });
    }

    private Revision find(long number) {
        return revisions.find(number).orElseThrow(() -> new NotFound("revision", Long.toString(number)));
    }
}
