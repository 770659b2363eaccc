package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.rollout.ProvisioningRules.Change;
import dev.carom.controlplane.rollout.ProvisioningRules.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how far resources have come on the nodes, in a number of statements that does not grow with them. */
@Component
public class Provisionings {
    private final JdbcClient jdbc;
    private final Acknowledgements acknowledgements;
    private final Clock clock;

    Provisionings(JdbcClient jdbc, Acknowledgements acknowledgements, Clock clock) {
        this.jdbc = jdbc;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** A resource that no listener leads to is wanted nowhere, and so ACTIVE. */
    public Provisioned of(ResourceType type, Collection<UUID> ids) {
        Map<UUID, List<UUID>> groups = groups(type, ids);
        Map<UUID, Change> changes = changes(type, ids);
        Map<UUID, List<Member>> members = members(groups);
        Instant now = clock.instant();
        Map<UUID, Provisioning> resources = ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> {
                    List<UUID> wanting = groups.getOrDefault(id, List.of());
                    List<Member> having = wanting.stream()
                            .flatMap(group -> members.getOrDefault(group, List.of()).stream())
                            .toList();
                    return switch (type) {
                        case NODE ->
                            ProvisioningRules.judge(
                                    having.stream()
                                            .filter(member -> member.id().equals(id))
                                            .toList(),
                                    now);
                        case NODE_GROUP -> ProvisioningRules.judge(having, now);
                        case VIP, LISTENER, POOL, BACKEND, HEALTH_MONITOR ->
                            wanting.isEmpty()
                                    ? Provisioning.NOWHERE
                                    : ProvisioningRules.judge(
                                            changes.getOrDefault(id, unchanged(type, id)), having, now);
                    };
                }));
        return new Provisioned(resources, names(members));
    }

    private static Map<UUID, Map<UUID, String>> names(Map<UUID, List<Member>> members) {
        Map<UUID, Map<UUID, String>> names = new HashMap<>();
        members.forEach((group, nodes) ->
                names.put(group, nodes.stream().collect(Collectors.toMap(Member::id, Member::name))));
        return names;
    }

    private static Change unchanged(ResourceType type, UUID id) {
        return new Change(type.collection() + "/" + id, new RevisionId(0, 0), Instant.EPOCH);
    }

    private Map<UUID, List<UUID>> groups(ResourceType type, Collection<UUID> ids) {
        return jdbc
                .sql(groupsOf(type))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String groupsOf(ResourceType type) {
        return switch (type) {
            case NODE_GROUP -> "select id, id from node_group where id = any(:ids)";
            case NODE -> "select id, node_group_id from node where id = any(:ids)";
            case VIP -> "select id, node_group_id from vip where id = any(:ids)";
            case LISTENER -> """
                select listener.id, node_group_id from listener join vip on vip.id = vip_id
                where listener.id = any(:ids)""";
            case POOL -> """
                select distinct pool_id, node_group_id from listener_pool join vip on vip.id = vip_id
                where pool_id = any(:ids)""";
            case BACKEND -> """
                select distinct backend.id, node_group_id
                from backend join listener_pool using (pool_id) join vip on vip.id = vip_id
                where backend.id = any(:ids)""";
            case HEALTH_MONITOR -> """
                select distinct health_monitor_id, node_group_id
                from pool join listener_pool on listener_pool.pool_id = pool.id join vip on vip.id = vip_id
                where health_monitor_id = any(:ids)""";
        };
    }

    private Map<UUID, Change> changes(ResourceType type, Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select distinct on (resource_id) epoch, number, resource_id, greatest(created_at, ended_at)
                        from revision_change join revision on revision.number = revision_change.revision
                        left join canary on canary.revision = revision.number
                        where resource_type = :type and resource_id = any(:ids)
                        order by resource_id, revision_change.revision desc
                        """)
                .param("type", type.noun())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> {
                    UUID id = row.getObject(3, UUID.class);
                    return Map.entry(
                            id,
                            new Change(
                                    type.collection() + "/" + id,
                                    DesiredStateStore.revisionId(row, number),
                                    Objects.requireNonNull(instant(row, 4))));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, List<Member>> members(Map<UUID, List<UUID>> groups) {
        UUID[] wanting =
                groups.values().stream().flatMap(List::stream).distinct().toArray(UUID[]::new);
        Map<UUID, NodeProgress> progress = acknowledgements.ofGroups(wanting);
        return jdbc
                .sql("""
                        select coalesce(trial.epoch, state.epoch), coalesce(trial.revision, state.revision),
                          node.id, node.name, node.node_group_id, node.created_at,
                          coalesce(seen_at > now() - interval '15 seconds', false),
                          coalesce(trial.changed_at, state.changed_at),
                          case when chosen.node_id is null then configuration.canary end,
                          rollout.epoch, rollout.revision
                        from node cross join configuration cross join rollout
                        left join node_connection on node_connection.node_id = node.id
                        left join canary_node as chosen on chosen.node_id = node.id
                          and chosen.revision = configuration.canary
                        left join trial_state as trial on trial.node_group_id = node.node_group_id
                          and chosen.node_id is not null
                        left join desired_state as state on state.node_group_id = node.node_group_id
                        where node.node_group_id = any(?) order by node.name
                        """)
                .param(wanting)
                .query((row, number) -> Map.entry(row.getObject(5, UUID.class), member(row, number, progress)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Member member(ResultSet row, int number, Map<UUID, NodeProgress> progress) throws SQLException {
        UUID id = row.getObject(3, UUID.class);
        Instant changed = instant(row, 8);
        return new Member(
                id,
                row.getString(4),
                Objects.requireNonNull(instant(row, 6)),
                row.getBoolean(7),
                changed == null ? null : DesiredStateStore.revisionId(row, number),
                changed == null ? Instant.EPOCH : changed,
                row.getObject(9, Long.class),
                new RevisionId(row.getLong(10), row.getLong(11)),
                progress.getOrDefault(id, NodeProgress.NONE));
    }

    /** Without the calendar that the driver makes a Timestamp by: a page may ask for a thousand nodes. */
    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
