package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.telemetry.Serving.Member;
import dev.carom.controlplane.telemetry.Serving.Path;
import dev.carom.controlplane.telemetry.Serving.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what some resources are served by, in three statements however many they are. */
@Component
class ServingReader {
    private final JdbcClient jdbc;

    ServingReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Serving read(ResourceType type, Collection<UUID> ids) {
        UUID[] asked = ids.toArray(UUID[]::new);
        List<Path> paths = paths(type, asked);
        List<Member> members = type == ResourceType.BACKEND
                ? members("backend.id", asked)
                : members(
                        "pool_id",
                        Stream.concat(
                                        paths.stream().map(Path::poolId),
                                        type == ResourceType.POOL ? ids.stream() : Stream.empty())
                                .distinct()
                                .toArray(UUID[]::new));
        UUID[] vips = type == ResourceType.VIP
                ? asked
                : paths.stream().map(Path::vipId).distinct().toArray(UUID[]::new);
        return new Serving(paths, members, places(vips));
    }

    private List<Path> paths(ResourceType type, UUID[] ids) {
        String of = switch (type) {
            case VIP -> "listener.vip_id = any(?)";
            case LISTENER -> "listener.id = any(?)";
            case POOL -> "listener_pool.pool_id = any(?)";
            case BACKEND -> "listener_pool.pool_id in (select pool_id from backend where id = any(?))";
            case NODE, NODE_GROUP, HEALTH_MONITOR -> "listener.id <> all(?) and false";
        };
        return jdbc.sql("""
                        select listener.id, listener.admin_state, listener.vip_id, vip.node_group_id,
                          listener_pool.pool_id, listener_pool.pool_id = listener.pool_id,
                          pool.health_monitor_id is not null, pool.all_down_policy = 'FORWARD_ALL'
                        from listener_pool
                        join listener on listener.id = listener_id
                        join vip on vip.id = listener.vip_id
                        join pool on pool.id = listener_pool.pool_id
                        where\s""" + of)
                .param(ids)
                .query((row, number) -> new Path(
                        row.getObject(1, UUID.class),
                        AdminState.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getBoolean(8)))
                .list();
    }

    private List<Member> members(String column, UUID[] ids) {
        return jdbc.sql("""
                        select backend.id, pool_id, backend.admin_state, weight, health_monitor_id is not null
                        from backend join pool on pool.id = pool_id
                        where not departing and %s = any(?)
                        """.formatted(column))
                .param(ids)
                .query((row, number) -> new Member(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        AdminState.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getBoolean(5)))
                .list();
    }

    private List<Place> places(UUID[] vips) {
        return jdbc.sql("""
                        select vip.id, vip.admin_state, vip.node_group_id, virtual_router.id
                        from vip join virtual_router using (node_group_id, vrid) where vip.id = any(?)
                        """)
                .param(vips)
                .query((row, number) -> new Place(
                        row.getObject(1, UUID.class),
                        AdminState.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)))
                .list();
    }

    /** The names of a group's nodes by their ids, for all groups asked. */
    Map<UUID, Map<UUID, String>> nodes(Collection<UUID> nodeGroups) {
        record Row(UUID group, UUID id, String name) {}
        return jdbc
                .sql("select node_group_id, id, name from node where node_group_id = any(?)")
                .param(nodeGroups.stream().distinct().toArray(UUID[]::new))
                .query((row, number) ->
                        new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::group, Collectors.toMap(Row::id, Row::name)));
    }
}
