package dev.carom.controlplane.channel;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which nodes have an open stream, on whichever replica. Ages are measured by the database's clock alone. */
@Component
class NodeConnections {
    private final JdbcClient jdbc;

    NodeConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void opened(Watch watch) {
        jdbc.sql("""
                        insert into node_connection (node_id, stream_id, opened_at, seen_at)
                        values (?, ?, now(), now())
                        on conflict (node_id) do update set stream_id = excluded.stream_id,
                          opened_at = excluded.opened_at, seen_at = excluded.seen_at
                        """).params(watch.node().id(), watch.id()).update();
    }

    /** Those of the streams that are their nodes' still; the others' nodes are no more, or have another stream. */
    Set<UUID> seen(Collection<UUID> streams) {
        return Set.copyOf(
                jdbc.sql("update node_connection set seen_at = now() where stream_id = any(?) returning stream_id")
                        .param(streams.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    void closed(Watch watch) {
        jdbc.sql("delete from node_connection where stream_id = ?")
                .param(watch.id())
                .update();
    }

    /** Three heartbeats without a sign: the replica that held the stream is gone. */
    Set<UUID> connected(Collection<UUID> nodes) {
        return Set.copyOf(jdbc.sql("""
                        select node_id from node_connection
                        where node_id = any(?) and seen_at > now() - interval '15 seconds'
                        """)
                .param(nodes.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
