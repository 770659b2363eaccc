package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far each node has come, in the database: any replica hears a node, and every replica shows it. */
@Component
public class Acknowledgements {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Acknowledgements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A rung implies those below it; what comes late never takes a node back. */
    public void record(Acknowledgement acknowledgement) {
        jdbc.sql("""
                        insert into node_acknowledgement
                          (node_id, stage, epoch, revision, hash, errors, acknowledged_at)
                        select ?, unnest(?::text[]), ?, ?, ?, ?::jsonb, ?
                        on conflict (node_id, stage) do update set epoch = excluded.epoch,
                          revision = excluded.revision, hash = excluded.hash, errors = excluded.errors,
                          acknowledged_at = excluded.acknowledged_at
                        where (excluded.epoch, excluded.revision)
                          >= (node_acknowledgement.epoch, node_acknowledgement.revision)
                        """)
                .params(
                        acknowledgement.nodeId(),
                        climbed(acknowledgement.stage()),
                        acknowledgement.id().epoch(),
                        acknowledgement.id().revision(),
                        acknowledgement.hash().toBytes(),
                        json.writeValueAsString(acknowledgement.errors()),
                        Timestamp.from(acknowledgement.at()))
                .update();
    }

    private static String[] climbed(Stage stage) {
        return switch (stage) {
            case RECEIVED -> new String[] {"RECEIVED"};
            case APPLIED -> new String[] {"RECEIVED", "APPLIED"};
            case VERIFIED -> new String[] {"RECEIVED", "APPLIED", "VERIFIED"};
            case REJECTED -> new String[] {"RECEIVED", "REJECTED"};
        };
    }

    /** A node that comes back with less than it had applied has lost it; {@code (0, 0)}: it has nothing. */
    public void lowerTo(UUID node, RevisionId have) {
        jdbc.sql("""
                        delete from node_acknowledgement
                        where node_id = ? and stage in ('APPLIED', 'VERIFIED') and (epoch, revision) > (?, ?)
                        """).params(node, have.epoch(), have.revision()).update();
    }

    public NodeProgress of(UUID node) {
        return of(List.of(node)).getOrDefault(node, NodeProgress.NONE);
    }

    /** Nodes that never said anything are left out. */
    public Map<UUID, NodeProgress> of(List<UUID> nodes) {
        return jdbc.sql("""
                        select epoch, revision, node_id, stage, hash, errors, acknowledged_at
                        from node_acknowledgement where node_id = any(?)
                        """).param(nodes.toArray(UUID[]::new)).query(this::acknowledgement).list().stream()
                .collect(Collectors.groupingBy(
                        Acknowledgement::nodeId, Collectors.collectingAndThen(Collectors.toList(), NodeProgress::of)));
    }

    /** Of all nodes of these groups. */
    Map<UUID, NodeProgress> ofGroups(UUID[] nodeGroups) {
        return jdbc.sql("""
                        select epoch, revision, node_id, stage, hash, errors, acknowledged_at
                        from node_acknowledgement join node on node.id = node_id where node_group_id = any(?)
                        """).param(nodeGroups).query(this::acknowledgement).list().stream()
                .collect(Collectors.groupingBy(
                        Acknowledgement::nodeId, Collectors.collectingAndThen(Collectors.toList(), NodeProgress::of)));
    }

    private Acknowledgement acknowledgement(ResultSet row, int number) throws SQLException {
        return new Acknowledgement(
                row.getObject(3, UUID.class),
                Stage.valueOf(row.getString(4)),
                DesiredStateStore.revisionId(row, number),
                Hash.ofBytes(row.getBytes(5)),
                errors(row.getString(6)),
                row.getTimestamp(7).toInstant());
    }

    /** Nearly always none, and read by the thousand. */
    private List<ResourceError> errors(String text) {
        return text.equals("[]") ? List.of() : json.readValue(text, new TypeReference<>() {});
    }
}
