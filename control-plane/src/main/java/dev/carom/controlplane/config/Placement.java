package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the rules of direct server return that span resources; the database knows the offences (V0005). */
@Component
class Placement {
    /** A caller mends a few at a time; the rest would only drown them. */
    private static final int SHOWN = 20;

    private final JdbcClient sql;

    Placement(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws InvalidResource with the offences that the rechecked resources have a part in */
    void refuseOffences(List<Recheck> rechecks) {
        List<Violation> violations = rechecks.stream()
                .distinct()
                .flatMap(recheck -> Stream.concat(offences(recheck), chains(recheck)))
                .distinct()
                .limit(SHOWN)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
    }

    private Stream<Violation> offences(Recheck recheck) {
        return sql
                .sql("""
                        SELECT code, backend_name, host(backend_address) AS backend_address, vip_name, other_name
                        FROM placement_offence WHERE %s = :id ORDER BY code, backend_name, vip_name LIMIT %d
                        """.formatted(recheck.subject().column(), SHOWN))
                .param("id", recheck.id())
                .query(new DataClassRowMapper<>(PlacementOffence.class))
                .list()
                .stream()
                .map(offence -> new Violation(recheck.pointer(), offence.code().name(), offence.detail()));
    }

    /** Flows fall back once: a pool that takes over has no fallback itself. */
    private Stream<Violation> chains(Recheck recheck) {
        if (recheck.subject() != Recheck.Subject.POOL) {
            return Stream.of();
        }
        return sql.sql("""
                        SELECT pool.name FROM pool JOIN pool AS fallback ON fallback.id = pool.fallback_pool_id
                        WHERE fallback.fallback_pool_id IS NOT NULL AND :id IN (pool.id, fallback.id)
                        """).param("id", recheck.id()).query(String.class).list().stream()
                .map(name -> new Violation(
                        recheck.pointer(),
                        "FALLBACK_CHAIN",
                        "Pool " + name + " falls back to a pool that has a fallback itself: flows fall back once. Name"
                                + " the last pool there."));
    }
}
