package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.Topology.Address;
import dev.carom.controlplane.telemetry.Topology.Group;
import dev.carom.controlplane.telemetry.Topology.Member;
import dev.carom.controlplane.telemetry.Topology.Place;
import dev.carom.controlplane.telemetry.Topology.Server;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws node groups from the configuration and from what their nodes said lately, in five statements. */
@Component
public class Topologies {
    private final JdbcClient jdbc;
    private final NodeReports reports;

    Topologies(JdbcClient jdbc, NodeReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** Of one node group, or of all, by name. */
    public Topology draw(@Nullable UUID nodeGroup) {
        Map<UUID, HeardNode> fresh = reports.heardLately();
        Map<UUID, List<Place>> networks = by(
                nodeGroup,
                """
                select node_group_id, id, name, role, vlan_id, subnets::text[] from network
                where :group::uuid is null or node_group_id = :group order by name
                """,
                (row, number) -> new Place(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        texts(row, 6)));
        Map<UUID, List<Member>> nodes = by(
                nodeGroup,
                """
                select node_group_id, id, name, array(select host(address) from unnest(addresses) as address),
                  array(select mac::text from unnest(reported_macs) as mac) from node
                where :group::uuid is null or node_group_id = :group order by name
                """,
                (row, number) -> new Member(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        fresh.containsKey(row.getObject(2, UUID.class)),
                        texts(row, 4),
                        texts(row, 5)));
        Map<UUID, List<Address>> vips = by(
                nodeGroup,
                """
                select vip.node_group_id, vip.id, name, host(address), vip.vrid, virtual_router.id
                from vip join virtual_router using (node_group_id, vrid)
                where :group::uuid is null or vip.node_group_id = :group order by name
                """,
                (row, number) -> new Address(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        owner(row.getObject(6, UUID.class), fresh)));
        Map<UUID, List<Server>> backends = by(
                nodeGroup,
                """
                select vip.node_group_id, backend.id, backend.name, backend.pool_id, host(backend.address),
                  (select network.id from network where network.node_group_id = vip.node_group_id
                     and backend.address <<= any (network.subnets::inet[]) order by name limit 1),
                  array_agg(distinct vip.id), backend.mac::text
                from backend join listener_pool using (pool_id) join vip on vip.id = vip_id
                where not departing and (:group::uuid is null or vip.node_group_id = :group)
                group by vip.node_group_id, backend.id order by backend.name
                """,
                (row, number) -> new Server(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        Optional.ofNullable(row.getString(8)).orElse(mac(row.getObject(2, UUID.class), fresh)),
                        Arrays.asList((UUID[]) row.getArray(7).getArray())));
        return new Topology(jdbc.sql(
                        "select id, name from node_group where :group::uuid is null or id = :group order by name")
                .param("group", nodeGroup)
                .query((row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Group(
                            id,
                            row.getString(2),
                            networks.getOrDefault(id, List.of()),
                            nodes.getOrDefault(id, List.of()),
                            vips.getOrDefault(id, List.of()),
                            backends.getOrDefault(id, List.of()));
                })
                .list());
    }

    private <T> Map<UUID, List<T>> by(@Nullable UUID nodeGroup, String statement, RowMapper<T> mapper) {
        return jdbc
                .sql(statement)
                .param("group", nodeGroup)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), mapper.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static @Nullable UUID owner(UUID router, Map<UUID, HeardNode> fresh) {
        return fresh.values().stream()
                .map(HeardNode::report)
                .filter(report -> report.virtualRouters().stream()
                        .anyMatch(role -> role.owner() && role.virtualRouterId().equals(router)))
                .max(Comparator.comparing(NodeReport::receivedAt))
                .map(NodeReport::nodeId)
                .orElse(null);
    }

    private static @Nullable String mac(UUID backend, Map<UUID, HeardNode> fresh) {
        return fresh.values().stream()
                .flatMap(node -> node.neighborOf(backend).stream())
                .max(Comparator.comparing(NodeReport.Neighbor::confirmedAt))
                .map(NodeReport.Neighbor::mac)
                .orElse(null);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
