package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.GroupRollout.NodeRollout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads how far node groups have come, or had come with an earlier revision. */
@Component
public class Rollouts {
    private static final String COLUMNS = """
            select epoch, revision, node_group_id, name, hash, started_at, completed_at
            from group_rollout join node_group on node_group.id = node_group_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DesiredStateStore store;
    private final Acknowledgements acknowledgements;

    Rollouts(JdbcClient jdbc, JsonMapper json, DesiredStateStore store, Acknowledgements acknowledgements) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
        this.acknowledgements = acknowledgements;
    }

    private record Head(
            RevisionId id,
            UUID group,
            String name,
            String hash,
            Instant startedAt,
            @Nullable Instant completedAt) {}

    private record Member(UUID group, UUID id, String name) {}

    private record Rung(UUID node, RevisionId id) {}

    /** Of all groups, the state that holds now; by the group's name, then the node's. */
    public List<GroupRollout> list() {
        return with(jdbc.sql(COLUMNS + """
                        where (node_group_id, epoch, revision) in (
                          select node_group_id, coalesce(trial.epoch, state.epoch), coalesce(trial.revision, state.revision)
                          from desired_state as state full join trial_state as trial using (node_group_id))
                        order by name
                        """).query(Rollouts::head).list());
    }

    /** The groups whose state this revision changed; none when it changed no state, or is forgotten (30 days). */
    public List<GroupRollout> of(long revision) {
        return with(jdbc.sql(COLUMNS + "where revision = ? order by epoch, name")
                .param(revision)
                .query(Rollouts::head)
                .list());
    }

    private List<GroupRollout> with(List<Head> heads) {
        UUID[] groups = heads.stream().map(Head::group).distinct().toArray(UUID[]::new);
        Map<UUID, List<Member>> members = jdbc
                .sql("select node_group_id, id, name from node where node_group_id = any(?) order by name")
                .param(groups)
                .query((row, number) ->
                        new Member(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Member::group));
        Map<UUID, NodeProgress> progress = acknowledgements.ofGroups(groups);
        Map<Rung, RungTimes> times = times(heads, groups);
        boolean onTrial = store.assembly().canary() != null;
        Set<UUID> chosen = store.chosen();
        return heads.stream()
                .map(head -> rollout(
                        head,
                        onTrial,
                        progress,
                        members.getOrDefault(head.group(), List.of()).stream()
                                .map(node -> NodeRollout.of(
                                        node.id(),
                                        node.name(),
                                        onTrial && !chosen.contains(node.id()),
                                        progress.getOrDefault(node.id(), NodeProgress.NONE),
                                        times.getOrDefault(new Rung(node.id(), head.id()), RungTimes.NONE)))
                                .toList()))
                .toList();
    }

    private Map<Rung, RungTimes> times(List<Head> heads, UUID[] groups) {
        return jdbc
                .sql("""
                        select epoch, revision, node_id, received_at, applied_at, verified_at, rejected_at, errors
                        from node_rollout join node on node.id = node_id
                        where node_group_id = any(?) and revision = any(?)
                        """)
                .params(
                        groups,
                        heads.stream()
                                .map(head -> head.id().revision())
                                .distinct()
                                .toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        new Rung(row.getObject(3, UUID.class), DesiredStateStore.revisionId(row, number)),
                        new RungTimes(
                                instant(row, 4),
                                instant(row, 5),
                                instant(row, 6),
                                instant(row, 7),
                                json.readValue(row.getString(8), new TypeReference<List<ResourceError>>() {}))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                DesiredStateStore.revisionId(row, number),
                row.getObject(3, UUID.class),
                row.getString(4),
                Hash.ofBytes(row.getBytes(5)).hexadecimal(),
                row.getTimestamp(6).toInstant(),
                instant(row, 7));
    }

    private static GroupRollout rollout(
            Head head, boolean onTrial, Map<UUID, NodeProgress> progress, List<NodeRollout> nodes) {
        long revision = head.id().revision();
        boolean complete = nodes.stream()
                .allMatch(node -> has(progress.getOrDefault(node.nodeId(), NodeProgress.NONE), head.id()));
        boolean chosen = nodes.stream().anyMatch(node -> !node.heldBack());
        return new GroupRollout(
                head.group(),
                head.name(),
                head.id().epoch(),
                revision,
                head.hash(),
                head.startedAt(),
                RolloutState.of(onTrial, chosen, complete),
                complete,
                head.completedAt(),
                nodes);
    }

    private static boolean has(NodeProgress node, RevisionId wanted) {
        RevisionId verified = node.verified();
        return verified != null && !wanted.isAbove(verified);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
