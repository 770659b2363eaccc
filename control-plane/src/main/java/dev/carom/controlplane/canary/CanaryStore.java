package dev.carom.controlplane.canary;

import dev.carom.controlplane.canary.Canary.CanaryNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Trials in the database: whichever replica began one, any goes on with it. */
@Component
public class CanaryStore {
    private static final String QUERY = """
            select revision, target, state, started_at, verify_within_ms, verified_at, soak_ms, health_loss_percent,
              confirm_within_ms, ended_at, reason, rolled_back_by, coalesce((
                select jsonb_agg(jsonb_build_object('nodeId', node.id, 'nodeName', node.name,
                  'backendsUp', cardinality(backends)) order by node.name)
                from canary_node join node on node.id = node_id where canary_node.revision = canary.revision), '[]')
            from canary
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    CanaryStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** All that there ever were. */
    public List<Canary> list() {
        return sql.sql(QUERY).query(this::canary).list();
    }

    public Optional<Canary> find(long revision) {
        return sql.sql(QUERY + "where revision = ?")
                .param(revision)
                .query(this::canary)
                .optional();
    }

    Optional<Canary> running() {
        return sql.sql(QUERY + "where ended_at is null").query(this::canary).optional();
    }

    /** False if it soaks already, or is over. */
    boolean verified(long revision, Instant now) {
        return sql.sql(
                                "update canary set state = 'SOAKING', verified_at = ? where revision = ? and state = 'VERIFYING'")
                        .params(Timestamp.from(now), revision)
                        .update()
                > 0;
    }

    /** What keeps it from ending. False if that is known. */
    boolean hindered(long revision, String reason) {
        return sql.sql("update canary set reason = ? where revision = ? and reason <> ? and ended_at is null")
                        .params(reason, revision, reason)
                        .update()
                > 0;
    }

    void ended(long revision, CanaryState state, String reason, @Nullable Long rolledBackBy, Instant now) {
        sql.sql("""
                        update canary set state = :state, ended_at = :now, reason = :reason, rolled_back_by = :back
                        where revision = :revision
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("back", rolledBackBy)
                .param("revision", revision)
                .update();
    }

    private Canary canary(ResultSet row, int number) throws SQLException {
        Instant startedAt = row.getTimestamp(4).toInstant();
        Instant verifiedAt = instant(row, 6);
        Long confirmWithin = row.getObject(9, Long.class);
        return new Canary(
                row.getLong(1),
                row.getString(2),
                CanaryState.valueOf(row.getString(3)),
                startedAt,
                startedAt.plusMillis(row.getLong(5)),
                verifiedAt,
                verifiedAt == null ? null : verifiedAt.plusMillis(row.getLong(7)),
                row.getInt(8),
                confirmWithin == null ? null : Duration.ofMillis(confirmWithin).toSeconds(),
                instant(row, 10),
                row.getString(11),
                row.getObject(12, Long.class),
                json.readValue(row.getString(13), new TypeReference<List<CanaryNode>>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
