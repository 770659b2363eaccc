package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The desired states of all groups, in the database. */
@Component
class DesiredStateStore {
    private final JdbcClient jdbc;

    DesiredStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pair that the configuration is at. */
    RevisionId configured() {
        return jdbc.sql("select epoch, revision from configuration")
                .query(DesiredStateStore::revisionId)
                .single();
    }

    /** The pair that the states were last assembled from. */
    RevisionId assembled() {
        return jdbc.sql("select epoch, revision from rollout")
                .query(DesiredStateStore::revisionId)
                .single();
    }

    void assembled(RevisionId id) {
        jdbc.sql("update rollout set epoch = ?, revision = ?")
                .params(id.epoch(), id.revision())
                .update();
    }

    Map<UUID, Hash> hashes() {
        return jdbc
                .sql("select node_group_id, hash from desired_state")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), Hash.ofBytes(row.getBytes(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(StoredState state, Instant now) {
        jdbc.sql("""
                        insert into desired_state (node_group_id, epoch, revision, hash, content, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (node_group_id) do update set epoch = excluded.epoch,
                          revision = excluded.revision, hash = excluded.hash, content = excluded.content,
                          changed_at = excluded.changed_at
                        """)
                .params(
                        state.nodeGroupId(),
                        state.id().epoch(),
                        state.id().revision(),
                        state.hash().toBytes(),
                        state.content(),
                        Timestamp.from(now))
                .update();
    }

    /** Wakes all replicas, when the transaction commits. */
    void announce() {
        jdbc.sql("select pg_notify('" + RolloutChannels.ROLLOUT + "', '')")
                .query((row, number) -> true)
                .single();
    }

    Map<UUID, RevisionId> revisions() {
        return jdbc
                .sql("select epoch, revision, node_group_id from desired_state")
                .query((row, number) -> Map.entry(row.getObject(3, UUID.class), revisionId(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<StoredState> load(List<UUID> nodeGroups) {
        return jdbc.sql("""
                        select epoch, revision, node_group_id, hash, content
                        from desired_state where node_group_id = any(?)
                        """)
                .param(nodeGroups.toArray(UUID[]::new))
                .query((row, number) -> new StoredState(
                        row.getObject(3, UUID.class),
                        revisionId(row, number),
                        Hash.ofBytes(row.getBytes(4)),
                        row.getBytes(5)))
                .list();
    }

    static RevisionId revisionId(ResultSet row, int number) throws SQLException {
        return new RevisionId(row.getLong(1), row.getLong(2));
    }
}
