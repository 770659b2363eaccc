package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Revisions that go back by themselves unless somebody confirms them in time. Any replica may take one back. */
@Component
public class Confirmations {
    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Rollback rollback;
    private final Clock clock;

    Confirmations(JdbcClient sql, PlatformTransactionManager transactions, Rollback rollback, Clock clock) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
        this.rollback = rollback;
        this.clock = clock;
    }

    /** When a revision goes back that is made now. */
    public Instant deadline(Duration within) {
        return clock.instant().plus(within);
    }

    public void await(long revision, Instant deadline) {
        sql.sql("""
                INSERT INTO pending_confirmation (revision, deadline) VALUES (:revision, :deadline)
                ON CONFLICT (revision) DO UPDATE SET deadline = excluded.deadline
                """)
                .param("revision", revision)
                .param("deadline", deadline.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether any revision waits. */
    public boolean isAwaited() {
        return sql.sql("SELECT EXISTS (SELECT FROM pending_confirmation)")
                .query(Boolean.class)
                .single();
    }

    /** @throws NotFound if nothing waits for it: it was confirmed, or went back */
    public void confirm(long revision) {
        if (!take(revision)) {
            throw new NotFound("revision that waits to be confirmed, with number", Long.toString(revision));
        }
    }

    private boolean take(long revision) {
        return sql.sql("DELETE FROM pending_confirmation WHERE revision = :revision")
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** The newest first: what came later was built on what came before. */
    @Scheduled(fixedDelay = 1_000)
    void takeBackWhatNobodyConfirmed() {
        List<Long> late = sql.sql(
                        "SELECT revision FROM pending_confirmation WHERE deadline <= :now ORDER BY revision DESC")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong(1))
                .list();
        late.forEach(this::takeBack);
    }

    /** What others changed since may stand in the way: then it stays, and the log says why. */
    private void takeBack(long revision) {
        try {
            transactions.executeWithoutResult(status -> {
                if (take(revision)) {
                    rollback.undo(revision, "Revision " + revision + " was not confirmed in time");
                }
            });
        } catch (InvalidResource | Conflict | DataAccessException e) {
            take(revision);
            log.error("Revision {} was not confirmed in time, and cannot go back", revision, e);
        }
    }
}
