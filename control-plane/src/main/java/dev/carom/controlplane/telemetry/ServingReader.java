package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.telemetry.Serving.Member;
import dev.carom.controlplane.telemetry.Serving.Path;
import dev.carom.controlplane.telemetry.Serving.Place;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what some resources are served by, in two or three statements however many they are. */
@Component
class ServingReader {
    private final JdbcClient jdbc;

    ServingReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Serving read(ResourceType type, Collection<UUID> ids) {
        UUID[] asked = ids.toArray(UUID[]::new);
        return switch (type) {
            case VIP -> {
                List<Path> paths = paths("listener.vip_id = any(?)", asked);
                yield new Serving(paths, membersOf(pools(paths)), places(asked));
            }
            case LISTENER -> {
                List<Path> paths = paths("listener.id = any(?)", asked);
                yield new Serving(paths, membersOf(pools(paths)), places(vips(paths)));
            }
            case POOL -> new Serving(paths("listener_pool.pool_id = any(?)", asked), membersOf(asked), List.of());
            case BACKEND ->
                new Serving(
                        paths("listener_pool.pool_id in (select pool_id from backend where id = any(?))", asked),
                        members("backend.id = any(:ids)", asked),
                        List.of());
            case NODE, NODE_GROUP, HEALTH_MONITOR -> Serving.NOTHING;
        };
    }

    private static UUID[] pools(List<Path> paths) {
        return paths.stream().map(Path::poolId).distinct().toArray(UUID[]::new);
    }

    private static UUID[] vips(List<Path> paths) {
        return paths.stream().map(Path::vipId).distinct().toArray(UUID[]::new);
    }

    private List<Path> paths(String which, UUID[] ids) {
        return jdbc.sql("""
                        select listener.id, listener.admin_state, listener.vip_id, vip.node_group_id,
                          listener_pool.pool_id, listener_pool.pool_id = listener.pool_id,
                          pool.health_monitor_id is not null, pool.all_down_policy = 'FORWARD_ALL'
                        from listener_pool
                        join listener on listener.id = listener_id
                        join vip on vip.id = listener.vip_id
                        join pool on pool.id = listener_pool.pool_id
                        where\s""" + which)
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

    /** The pools are named twice: else PostgreSQL, which does not conclude it, reads the whole table of pools. */
    private List<Member> membersOf(UUID[] pools) {
        return members("backend.pool_id = any(:ids) and pool.id = any(:ids)", pools);
    }

    private List<Member> members(String which, UUID[] ids) {
        return jdbc.sql("""
                        select backend.id, pool_id, backend.admin_state, weight, health_monitor_id is not null
                        from backend join pool on pool.id = pool_id
                        where not departing and\s""" + which)
                .param("ids", ids)
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
}
