package dev.carom.controlplane.rollout;

import dev.carom.controlplane.rollout.GroupRollout.NodeRollout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how far all node groups have come. */
@Component
public class Rollouts {
    private final JdbcClient jdbc;
    private final Acknowledgements acknowledgements;

    Rollouts(JdbcClient jdbc, Acknowledgements acknowledgements) {
        this.jdbc = jdbc;
        this.acknowledgements = acknowledgements;
    }

    private record Member(UUID group, UUID id, String name) {}

    /** By the group's name, then the node's. */
    public List<GroupRollout> list() {
        List<Member> members = jdbc.sql("select node_group_id, id, name from node order by name")
                .query((row, number) ->
                        new Member(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list();
        Map<UUID, NodeProgress> progress =
                acknowledgements.of(members.stream().map(Member::id).toList());
        Map<UUID, List<NodeRollout>> nodes = members.stream()
                .collect(Collectors.groupingBy(
                        Member::group,
                        Collectors.mapping(
                                member -> NodeRollout.of(
                                        member.id(),
                                        member.name(),
                                        progress.getOrDefault(member.id(), NodeProgress.NONE)),
                                Collectors.toList())));
        return jdbc.sql("""
                        select epoch, revision, node_group_id, name, hash, changed_at
                        from desired_state join node_group on node_group.id = node_group_id order by name
                        """).query((row, number) -> rollout(row, nodes)).list();
    }

    private static GroupRollout rollout(ResultSet row, Map<UUID, List<NodeRollout>> nodes) throws SQLException {
        UUID group = row.getObject(3, UUID.class);
        long revision = row.getLong(2);
        List<NodeRollout> members = nodes.getOrDefault(group, List.of());
        return new GroupRollout(
                group,
                row.getString(4),
                row.getLong(1),
                revision,
                Hash.ofBytes(row.getBytes(5)).hexadecimal(),
                row.getTimestamp(6).toInstant(),
                members.stream().allMatch(node -> has(node, revision)),
                members);
    }

    private static boolean has(NodeRollout node, long revision) {
        Long verified = node.verifiedRevision();
        return verified != null && verified >= revision;
    }
}
