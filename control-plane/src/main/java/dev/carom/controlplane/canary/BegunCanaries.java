package dev.carom.controlplane.canary;

import dev.carom.controlplane.config.Confirmations;
import dev.carom.controlplane.config.Trials;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidParameter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins trials, in the transactions of the writes that are tried. */
@Component
class BegunCanaries implements Trials {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final JdbcClient sql;
    private final Testers testers;
    private final Confirmations confirmations;
    private final Events events;
    private final Clock clock;

    BegunCanaries(JdbcClient sql, Testers testers, Confirmations confirmations, Events events, Clock clock) {
        this.sql = sql;
        this.testers = testers;
        this.confirmations = confirmations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void begin(long revision, Trial trial) {
        if (confirmations.isAwaited()) {
            throw new Conflict(
                    "CONFIRMATION_PENDING",
                    "A revision waits to be confirmed, and may go back while the canary runs: confirm it first.");
        }
        awaitStatesOf(revision - 1);
        List<UUID> nodes = nodes(revision, trial.target());
        sql.sql("update configuration set canary = ?").param(revision).update();
        sql.sql("""
                        insert into canary (revision, target, state, verify_within_ms, soak_ms, health_loss_percent,
                          confirm_within_ms, started_at)
                        values (:revision, :target, 'VERIFYING', :verifyWithin, :soak, :loss, :confirmWithin, :now)
                        """)
                .param("revision", revision)
                .param("target", trial.target())
                .param("verifyWithin", trial.verifyWithin().toMillis())
                .param("soak", trial.soak().toMillis())
                .param("loss", trial.healthLossPercent())
                .param(
                        "confirmWithin",
                        trial.confirmWithin().map(Duration::toMillis).orElse(null))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        testers.choose(revision, nodes);
        events.publish(Told.about(
                trial.target(),
                "started",
                "Revision " + revision + " is tried by " + nodes.size() + " of the nodes first"));
    }

    /** Nodes that the revision itself makes have no agent yet: they get it with the others. */
    private List<UUID> nodes(long revision, String target) {
        List<UUID> nodes = sql.sql("""
                        select id from node
                        where (:target = 'nodes/' || id or :target = 'node-groups/' || node_group_id)
                          and not exists (select from revision_change
                            where revision = :revision and resource_id = node.id and action = 'CREATED')
                        """)
                .param("target", target)
                .param("revision", revision)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (nodes.isEmpty()) {
            throw new InvalidParameter(
                    "canary", "REFERENCE_UNKNOWN", "No node that was there before is " + target + ".");
        }
        return nodes;
    }

    /**
     * Nodes that are held back keep what they have, so that must be all that was configured before. The caller holds
     * the configuration's lock: nothing comes in between.
     */
    private void awaitStatesOf(long revision) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasStatesOf(revision)) {
            if (System.nanoTime() > deadline) {
                throw new Conflict(
                        "ROLLOUT_BEHIND",
                        "Revision " + revision + " has not become states for nodes yet. Try again in a while.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean hasStatesOf(long revision) {
        return sql.sql("select exists (select from rollout where revision = ? and canary is null)")
                .param(revision)
                .query(Boolean.class)
                .single();
    }
}
