package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The states of all groups, in the database. */
@Component
class DesiredStateStore {
    private final JdbcClient jdbc;

    DesiredStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is configured. */
    Assembly configured() {
        return jdbc.sql("select epoch, revision, canary from configuration")
                .query(DesiredStateStore::readAssembly)
                .single();
    }

    /** What the states were last assembled from. */
    Assembly assembly() {
        return jdbc.sql("select epoch, revision, canary from rollout")
                .query(DesiredStateStore::readAssembly)
                .single();
    }

    private static Assembly readAssembly(ResultSet row, int number) throws SQLException {
        return new Assembly(revisionId(row, number), row.getObject(3, Long.class));
    }

    void assembled(Assembly assembly) {
        jdbc.sql("update rollout set epoch = :epoch, revision = :revision, canary = :canary")
                .param("epoch", assembly.id().epoch())
                .param("revision", assembly.id().revision())
                .param("canary", assembly.canary())
                .update();
    }

    Map<UUID, StateHead> heads(StateTable table) {
        return jdbc
                .sql("select epoch, revision, node_group_id, hash from " + table.sql())
                .query((row, number) -> Map.entry(
                        row.getObject(3, UUID.class),
                        new StateHead(revisionId(row, number), Hash.ofBytes(row.getBytes(4)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(StateTable table, StoredState state, Instant now) {
        jdbc.sql("""
                        insert into %s (node_group_id, epoch, revision, hash, content, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (node_group_id) do update set epoch = excluded.epoch,
                          revision = excluded.revision, hash = excluded.hash, content = excluded.content,
                          changed_at = excluded.changed_at
                        """.formatted(table.sql()))
                .params(
                        state.nodeGroupId(),
                        state.id().epoch(),
                        state.id().revision(),
                        state.hash().toBytes(),
                        state.content(),
                        Timestamp.from(now))
                .update();
    }

    void clearTrials() {
        jdbc.sql("delete from trial_state").update();
    }

    /** The groups of the nodes that are to try a revision. */
    Set<UUID> groupsOfCanary(long revision) {
        return Set.copyOf(jdbc.sql("""
                        select distinct node_group_id from canary_node join node on node.id = node_id
                        where revision = ?
                        """).param(revision).query(UUID.class).list());
    }

    /** The nodes that try the revision under which the states were assembled. */
    Set<UUID> chosen() {
        return Set.copyOf(
                jdbc.sql("select node_id from canary_node join rollout on rollout.canary = canary_node.revision")
                        .query(UUID.class)
                        .list());
    }

    /** Wakes all replicas, when the transaction commits. */
    void announce() {
        jdbc.sql("select pg_notify('" + RolloutChannels.ROLLOUT + "', '')")
                .query((row, number) -> true)
                .single();
    }

    List<StoredState> load(StateTable table, List<UUID> nodeGroups) {
        return jdbc.sql("select epoch, revision, node_group_id, hash, content from " + table.sql()
                        + " where node_group_id = any(?)")
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
