package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.node.NetworkRole;
import dev.carom.controlplane.node.NetworkSpec;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupRepository;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.node.VirtualRouter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands in Carom, in a number of statements that does not grow with the Services. */
@Component
class GroundReader {
    private final NodeGroupRepository groups;
    private final NodeRepository nodes;
    private final ExposureReader exposures;
    private final JdbcClient sql;

    GroundReader(NodeGroupRepository groups, NodeRepository nodes, ExposureReader exposures, JdbcClient sql) {
        this.groups = groups;
        this.nodes = nodes;
        this.exposures = exposures;
        this.sql = sql;
    }

    Ground read(String cluster) {
        List<NodeGroup> all = groups.findAll();
        Map<UUID, List<Node>> members = nodes.findAll().stream().collect(Collectors.groupingBy(Node::nodeGroupId));
        Map<IpAddress, String> occupied = occupiedBesides(cluster);
        all.forEach(group -> group.networks()
                .forEach(network -> network.spec()
                        .gateways()
                        .forEach(gateway -> occupied.put(gateway, "the gateway of network " + network.name()))));
        members.values().stream()
                .flatMap(List::stream)
                .forEach(node ->
                        node.spec().addresses().forEach(address -> occupied.put(address, "balancer " + node.name())));
        return new Ground(
                all.stream()
                        .map(group -> group(group, members.getOrDefault(group.id(), List.of())))
                        .collect(Collectors.toMap(BalancerGroup::name, group -> group)),
                occupied,
                exposures.read(cluster));
    }

    private Map<IpAddress, String> occupiedBesides(String cluster) {
        Map<IpAddress, String> occupied = new HashMap<>();
        sql.sql("""
                SELECT host(address) AS address, 'backend ' || name AS holder FROM backend WHERE NOT departing
                UNION ALL
                SELECT host(address), 'VIP ' || name FROM vip
                WHERE labels ->> 'carom.dev/owner' IS DISTINCT FROM :owner
                  OR coalesce(labels ->> 'carom.dev/service-uid', '') = ''
                """).param("owner", Identity.owner(cluster)).query(row -> {
            occupied.put(IpAddress.parse(row.getString("address")), row.getString("holder"));
        });
        return occupied;
    }

    private static BalancerGroup group(NodeGroup group, List<Node> members) {
        return new BalancerGroup(
                group.id(),
                group.name(),
                group.virtualRouters().stream().map(VirtualRouter::vrid).toList(),
                group.networks().stream()
                        .map(network -> network.spec())
                        .filter(network -> network.role() != NetworkRole.CLIENT)
                        .map(NetworkSpec::subnets)
                        .flatMap(List::stream)
                        .toList(),
                members.stream().map(Node::name).collect(Collectors.toSet()),
                members.stream()
                        .flatMap(node -> node.spec().addresses().stream())
                        .collect(Collectors.toSet()));
    }
}
