package dev.carom.controlplane.telemetry;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each node's last report in the database, so that replicas agree. */
@Component
class ReportStore {
    private final JdbcClient jdbc;
    private final ReportReader reader;

    ReportStore(JdbcClient jdbc, ReportReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** Which report a node's row holds. */
    record Key(UUID nodeId, String boot, long sequence) {
        static Key of(NodeReport report) {
            return new Key(report.nodeId(), report.boot(), report.sequence());
        }
    }

    /** False when the row does not hold the report that this one was compared with: another replica was quicker. */
    boolean replace(@Nullable NodeReport previous, NodeReport report, byte[] content) {
        if (previous == null) {
            return jdbc.sql("""
                            insert into node_report (node_id, boot, sequence, received_at, content)
                            values (?, ?, ?, ?, ?) on conflict (node_id) do nothing
                            """)
                            .params(
                                    report.nodeId(),
                                    report.boot(),
                                    report.sequence(),
                                    Timestamp.from(report.receivedAt()),
                                    content)
                            .update()
                    > 0;
        }
        return jdbc.sql("""
                        update node_report set boot = ?, sequence = ?, received_at = ?, content = ?
                        where node_id = ? and boot = ? and sequence = ?
                        """)
                        .params(
                                report.boot(),
                                report.sequence(),
                                Timestamp.from(report.receivedAt()),
                                content,
                                report.nodeId(),
                                previous.boot(),
                                previous.sequence())
                        .update()
                > 0;
    }

    List<Key> keys() {
        return jdbc.sql("select node_id, boot, sequence from node_report")
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
    }

    Optional<NodeReport> load(UUID node) {
        return jdbc.sql("select received_at, content from node_report where node_id = ?")
                .param(node)
                .query((row, number) ->
                        reader.read(node, row.getBytes(2), row.getTimestamp(1).toInstant()))
                .optional();
    }
}
