package dev.carom.controlplane.telemetry;

import java.sql.Timestamp;
import java.time.Instant;
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
        return switch (told) {
            case Told.Whole(NodeReport report) ->
                previous == null ? insert(report, content) : replaceWhole(previous, report, content);
            case Told.Changes(NodeReport report, long since, Instant confirmedAt) ->
                previous != null && replaceChanges(previous, report, content);
        };
    }

    private boolean insert(NodeReport report, byte[] content) {
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

    private static final String HOLDS = """
             where node_id = ? and boot = ? and sequence = ? and coalesce(changes_sequence, sequence) = ?
            """;

    private boolean replaceWhole(HeardNode previous, NodeReport report, byte[] content) {
        return jdbc.sql("update node_report set boot = ?, sequence = ?, received_at = ?, content = ?" + HOLDS)
                        .params(
                                report.boot(),
                                report.sequence(),
                                Timestamp.from(report.receivedAt()),
                                content,
                                report.nodeId(),
                                previous.whole().boot(),
                                previous.whole().sequence(),
                                previous.report().sequence())
                        .update()
                > 0;
    }

    private boolean replaceChanges(HeardNode previous, NodeReport report, byte[] changes) {
        return jdbc.sql("update node_report set changes_sequence = ?, changes_received_at = ?, changes = ?" + HOLDS)
                        .params(
                                report.sequence(),
                                Timestamp.from(report.receivedAt()),
                                changes,
                                report.nodeId(),
                                previous.whole().boot(),
                                previous.whole().sequence(),
                                previous.report().sequence())
                        .update()
                > 0;
    }

    List<Key> keys() {
        return jdbc.sql("select node_id, boot, coalesce(changes_sequence, sequence) from node_report")
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
    }

    /** What a node said last; what it said in whole is not read again where it is known. */
    Optional<HeardNode> load(UUID node, Optional<HeardNode> known) {
        record Row(
                byte @Nullable [] content,
                Instant receivedAt,
                byte @Nullable [] changes,
                @Nullable Instant changedAt) {}
        return jdbc.sql("""
                        select case when (boot, sequence) is distinct from (cast(:boot as text), cast(:sequence as bigint))
                          then content end, received_at, changes, changes_received_at
                        from node_report where node_id = :node
                        """)
                .param("boot", known.map(each -> each.whole().boot()).orElse(null))
                .param("sequence", known.map(each -> each.whole().sequence()).orElse(null))
                .param("node", node)
                .query((row, number) -> {
                    Timestamp changedAt = row.getTimestamp(4);
                    return new Row(
                            row.getBytes(1),
                            row.getTimestamp(2).toInstant(),
                            row.getBytes(3),
                            changedAt == null ? null : changedAt.toInstant());
                })
                .optional()
                .flatMap(row -> {
                    byte[] content = row.content();
                    Optional<HeardNode> whole = content == null
                            ? known.map(HeardNode::asTold)
                            : Optional.of(HeardNode.of(reader.whole(node, content, row.receivedAt())));
                    byte[] changes = row.changes();
                    Instant changedAt = row.changedAt();
                    return changes == null || changedAt == null
                            ? whole
                            : HeardNode.of(reader.changes(node, changes, changedAt), whole);
                });
    }
}
