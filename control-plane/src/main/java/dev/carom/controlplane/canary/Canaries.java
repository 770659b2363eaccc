package dev.carom.controlplane.canary;

import dev.carom.controlplane.config.Confirmations;
import dev.carom.controlplane.config.Rollback;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.rollout.StateReader;
import dev.carom.controlplane.security.Actors;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends trials. Whoever comes first does: each end takes the lock that writers take, and finds the trial still running. */
@Component
public class Canaries {
    /** Who rolls back, in the revision and the trail. */
    static final String ACTOR = "canary";

    private final JdbcClient sql;
    private final CanaryStore store;
    private final Rollback rollback;
    private final Confirmations confirmations;
    private final StateReader states;
    private final Events events;
    private final Clock clock;

    Canaries(
            JdbcClient sql,
            CanaryStore store,
            Rollback rollback,
            Confirmations confirmations,
            StateReader states,
            Events events,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.rollback = rollback;
        this.confirmations = confirmations;
        this.states = states;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All nodes get it.
     *
     * @return false if it is over already
     */
    @Transactional
    public boolean pass(Canary canary, String reason) {
        if (!take(canary)) {
            return false;
        }
        Long confirmWithin = canary.confirmWithinSeconds();
        if (confirmWithin != null) {
            confirmations.await(canary.revision(), confirmations.deadline(Duration.ofSeconds(confirmWithin)));
        }
        store.ended(canary.revision(), CanaryState.PASSED, reason, null, clock.instant());
        events.publish(
                Told.about(canary.target(), "passed", "All nodes get revision " + canary.revision() + ". " + reason));
        states.announce();
        return true;
    }

    /**
     * A new revision with the old content, for all nodes.
     *
     * @return false if it is over already
     * @throws dev.carom.controlplane.problem.Conflict if something stands in the way of the old content
     * @throws dev.carom.controlplane.problem.InvalidResource likewise
     */
    @Transactional
    public boolean rollBack(Canary canary, String reason) {
        if (!take(canary)) {
            return false;
        }
        String message = "Canary of revision " + canary.revision() + ": " + reason;
        long back = Actors.as(ACTOR, () -> rollback.undo(canary.revision(), message))
                .revision();
        store.ended(canary.revision(), CanaryState.ROLLED_BACK, reason, back, clock.instant());
        events.publish(Told.about(
                canary.target(), "reverted", "Revision " + canary.revision() + " was rolled back. " + reason));
        states.announce();
        return true;
    }

    private boolean take(Canary canary) {
        boolean running = sql.sql("select canary from configuration for update")
                .query((row, number) -> row.getLong(1) == canary.revision())
                .single();
        if (running) {
            sql.sql("update configuration set canary = null").update();
        }
        return running;
    }
}
