package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.Adoption.AheadNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nodes that have what the database does not know, as after a restored backup. */
@Component
class AheadNodes {
    private final JdbcClient jdbc;

    AheadNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void heard(UUID node, RevisionId have, Hash hash, Instant now) {
        jdbc.sql("""
                        insert into node_ahead (node_id, epoch, revision, hash, heard_at) values (?, ?, ?, ?, ?)
                        on conflict (node_id) do update set epoch = excluded.epoch, revision = excluded.revision,
                          hash = excluded.hash, heard_at = excluded.heard_at
                        """)
                .params(node, have.epoch(), have.revision(), hash.toBytes(), Timestamp.from(now))
                .update();
    }

    List<AheadNode> list() {
        return jdbc.sql("""
                        select node.id, name, epoch, revision, heard_at
                        from node_ahead join node on node.id = node_id order by name
                        """)
                .query((row, number) -> new AheadNode(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** Of all that any node ever said that it has. */
    long highestEpoch() {
        return jdbc.sql("""
                        select coalesce(max(epoch), 0) from (
                          select epoch from node_ahead union all select epoch from node_acknowledgement) as heard
                        """).query(Long.class).single();
    }

    void forget() {
        jdbc.sql("delete from node_ahead").update();
    }
}
