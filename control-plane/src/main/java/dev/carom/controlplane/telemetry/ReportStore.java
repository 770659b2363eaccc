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
    boolean replace(@Nullable HeardNode previous, Told told, byte[] content) {
        NodeReport report = told.report();
        Timestamp receivedAt = Timestamp.from(report.receivedAt());
        if (previous == null) {
            return jdbc.sql("""
                            insert into node_report (node_id, boot, sequence, received_at, content)
                            values (?, ?, ?, ?, ?) on conflict (node_id) do nothing
                            """)
                            .params(report.nodeId(), report.boot(), report.sequence(), receivedAt, content)
                            .update()
                    > 0;
        }
        String column = switch (told) {
            case Told.Whole whole -> "content";
            case Told.Changes changes -> "changes";
        };
        Key before = Key.of(previous.report());
        return jdbc.sql("update node_report set boot = ?, sequence = ?, received_at = ?, " + column + """
                         = ? where node_id = ? and boot = ? and sequence = ? and whole_sequence = ?
                        """)
                        .params(
                                report.boot(),
                                report.sequence(),
                                receivedAt,
                                content,
                                report.nodeId(),
                                before.boot(),
                                before.sequence(),
                                previous.whole().sequence())
                        .update()
                > 0;
    }

    List<Key> keys() {
        return jdbc.sql("select node_id, boot, sequence from node_report")
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
    }

    Optional<HeardNode> load(UUID node) {
        return load(node, Optional.empty());
    }

    /** What the node said in whole is not read again where it is known. */
    Optional<HeardNode> load(UUID node, Optional<HeardNode> known) {
        return jdbc.sql("""
                        select received_at, changes, whole_received_at,
                          case when (boot, whole_sequence) is distinct from (?, ?) then content end
                        from node_report where node_id = ?
                        """)
                .param(known.map(each -> each.whole().boot()).orElse(""))
                .param(known.map(each -> each.whole().sequence()).orElse(0L))
                .param(node)
                .query((row, number) -> {
                    byte[] content = row.getBytes(4);
                    Optional<HeardNode> whole = content == null
                            ? known
                            : Optional.of(HeardNode.of(reader.whole(
                                    node, content, row.getTimestamp(3).toInstant())));
                    byte[] changes = row.getBytes(2);
                    return changes == null
                            ? whole.map(HeardNode::asTold)
                            : HeardNode.of(
                                    reader.changes(
                                            node, changes, row.getTimestamp(1).toInstant()),
                                    whole);
                })
                .optional()
                .flatMap(each -> each);
    }
}
