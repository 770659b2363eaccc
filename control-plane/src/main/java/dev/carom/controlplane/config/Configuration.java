package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.security.RowPolicies;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to change the configuration: each change of anything is a transaction and a numbered revision. */
@Component
public class Configuration {
    private static final ScopedValue<Running> RUNNING = ScopedValue.newInstance();

    /** The code of the refusal while a canary runs. */
    static final String TRIAL_RUNS = "CANARY_RUNNING";

    private final TransactionTemplate transactions;
    private final TransactionTemplate rehearsals;
    private final EntityManager entities;
    private final JdbcClient sql;
    private final Placement placement;
    private final ProbeBudget probes;
    private final OperatorRule operators;
    private final History history;

    Configuration(
            PlatformTransactionManager transactions,
            EntityManager entities,
            JdbcClient sql,
            Placement placement,
            ProbeBudget probes,
            OperatorRule operators,
            History history) {
        this.transactions = new TransactionTemplate(transactions);
        this.rehearsals = new TransactionTemplate(transactions);
        this.rehearsals.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.entities = entities;
        this.sql = sql;
        this.placement = placement;
        this.probes = probes;
        this.operators = operators;
        this.history = history;
    }

    /** The change of this thread. */
    private record Running(ChangeLog log, long revision) {
        <T> Revised<T> join(Function<ChangeLog, T> work) {
            return new Revised<>(work.apply(log), revision);
        }
    }

    /**
     * Runs the work alone: writers queue on the configuration's row, so that rules that span resources see a settled
     * state, and revisions commit in the order of their numbers. Work that changes nothing makes no revision; a change
     * within a change is a part of it.
     *
     * @throws Conflict while chosen nodes try a revision
     */
    public <T> Revised<T> change(Function<ChangeLog, T> work) {
        return change(null, work);
    }

    /** @param reason the revision's message, where the caller gives none */
    public <T> Revised<T> change(@Nullable String reason, Function<ChangeLog, T> work) {
        return RUNNING.isBound() ? RUNNING.get().join(work) : begin(reason, work);
    }

    private <T> Revised<T> begin(@Nullable String reason, Function<ChangeLog, T> work) {
        return RowPolicies.explained(() -> Objects.requireNonNull(transactions.execute(status -> {
            Standing current = lock();
            refuseDuringTrial(current);
            ChangeLog log = new ChangeLog();
            T result = ScopedValue.where(RUNNING, new Running(log, current.revision() + 1))
                    .call(() -> work.apply(log));
            entities.flush();
            settle();
            List<Change> changes = log.changes();
            operators.check(changes);
            placement.refuseOffences(log.rechecks());
            probes.check(changes);
            long revision = history.append(current, changes, reason);
            if (revision > current.revision()) {
                log.revised(revision);
            }
            return new Revised<>(result, revision);
        })));
    }

    /**
     * Does the work and takes it back: what it would be refused for, it is refused for. In a transaction of its own, for
     * the caller's is to go on.
     */
    void rehearse(Consumer<ChangeLog> work) {
        rehearsals.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Standing current = lock();
            ChangeLog log = new ChangeLog();
            work.accept(log);
            entities.flush();
            settle();
            placement.refuseOffences(log.rechecks());
            probes.check(log.changes());
            Limits.check(current, log.changes());
        });
    }

    /**
     * Runs work on what nodes report and desired states carry, such as their MAC addresses. Where it changed something,
     * a revision without changes takes the new states to the nodes.
     *
     * @param work returns the node group whose state changed, if one did
     */
    public void renew(String actor, Supplier<Optional<UUID>> work) {
        transactions.executeWithoutResult(status -> {
            Standing current = lock();
            work.get().ifPresent(nodeGroup -> history.appendEmpty(current, actor, nodeGroup));
        });
    }

    /**
     * Begins an epoch: pairs of earlier ones, whatever their revisions, are below all that follow.
     *
     * @param epoch asked for under the writers' lock
     * @throws Conflict while chosen nodes try a revision
     */
    public RevisionId beginEpoch(LongSupplier epoch, String reason) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Standing current = lock();
            refuseDuringTrial(current);
            return history.appendEpoch(current, epoch.getAsLong(), reason);
        }));
    }

    /** A change of many resources defers rules; what breaks one is refused while the transaction can still say so. */
    private void settle() {
        sql.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    private static void refuseDuringTrial(Standing current) {
        if (current.canary() != null) {
            throw new Conflict(
                    TRIAL_RUNS,
                    "Chosen nodes try revision " + current.canary() + ": nothing else is changed until that has passed"
                            + " or was rolled back. POST /api/v1/config/canaries/" + current.canary()
                            + "/abort rolls it back now.");
        }
    }

    private Standing lock() {
        return sql.sql("SELECT epoch, revision, vips, backends, canary FROM configuration FOR UPDATE")
                .query(Standing.class)
                .single();
    }

    /** The newest revision that committed. */
    public RevisionId current() {
        return sql.sql("SELECT epoch, revision FROM configuration")
                .query(RevisionId.class)
                .single();
    }
}
