package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /**
     * In two statements at most for each kind of subject, however many were written.
     *
     * @throws InvalidResource with the offences that the rechecked resources have a part in
     */
    void refuseOffences(List<Recheck> rechecks) {
        Map<Recheck.Subject, Map<UUID, Set<String>>> pointers = new EnumMap<>(Recheck.Subject.class);
        rechecks.forEach(recheck -> pointers.computeIfAbsent(recheck.subject(), each -> new LinkedHashMap<>())
                .computeIfAbsent(recheck.id(), each -> new LinkedHashSet<>())
                .add(recheck.pointer()));
        List<Violation> violations = pointers.entrySet().stream()
                .flatMap(each -> Stream.concat(
                        offences(each.getKey(), each.getValue()),
                        each.getKey() == Recheck.Subject.POOL ? chains(each.getValue()) : Stream.of()))
                .distinct()
                .limit(SHOWN)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
    }

    private Stream<Violation> offences(Recheck.Subject subject, Map<UUID, Set<String>> pointers) {
        record Found(UUID subject, PlacementOffence offence) {}
        var columns = new DataClassRowMapper<>(PlacementOffence.class);
        return sql
                .sql("""
                        SELECT code, backend_name, host(backend_address) AS backend_address, vip_name, other_name,
                          %1$s AS subject
                        FROM placement_offence WHERE %1$s = ANY(:ids) ORDER BY code, backend_name, vip_name LIMIT %2$d
                        """.formatted(subject.column(), SHOWN))
                .param("ids", pointers.keySet().toArray(UUID[]::new))
                .query((row, number) -> new Found(row.getObject("subject", UUID.class), columns.mapRow(row, number)))
                .list()
                .stream()
                .flatMap(found -> laidTo(
                        pointers.get(found.subject()),
                        found.offence().code().name(),
                        found.offence().detail()));
    }

    /** Flows fall back once: a pool that takes over has no fallback itself. */
    private Stream<Violation> chains(Map<UUID, Set<String>> pointers) {
        record Chain(UUID pool, UUID fallback, String name) {}
        return sql
                .sql("""
                        SELECT pool.id, fallback.id, pool.name
                        FROM pool JOIN pool AS fallback ON fallback.id = pool.fallback_pool_id
                        WHERE fallback.fallback_pool_id IS NOT NULL
                          AND (pool.id = ANY(:ids) OR fallback.id = ANY(:ids))
                        """)
                .param("ids", pointers.keySet().toArray(UUID[]::new))
                .query((row, number) ->
                        new Chain(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list()
                .stream()
                .flatMap(chain -> Stream.of(chain.pool(), chain.fallback())
                        .flatMap(pool -> laidTo(
                                pointers.get(pool),
                                "FALLBACK_CHAIN",
                                "Pool " + chain.name() + " falls back to a pool that has a fallback itself: flows fall"
                                        + " back once. Name the last pool there.")));
    }

    private static Stream<Violation> laidTo(@Nullable Set<String> pointers, String code, String detail) {
        return pointers == null ? Stream.of() : pointers.stream().map(pointer -> new Violation(pointer, code, detail));
    }
}
