package dev.carom.controlplane.doctor;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupRepository;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.node.NodeStatuses;
import dev.carom.controlplane.node.VirtualRouter;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.telemetry.NodeReport.RouterRole;
import dev.carom.controlplane.telemetry.NodeReports;
import dev.carom.controlplane.vip.Vip;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the node that speaks for a VIP. */
@Component
public class Owners {
    private final NodeGroupRepository groups;
    private final NodeRepository nodes;
    private final NodeStatuses statuses;
    private final NodeReports reports;

    Owners(NodeGroupRepository groups, NodeRepository nodes, NodeStatuses statuses, NodeReports reports) {
        this.groups = groups;
        this.nodes = nodes;
        this.statuses = statuses;
        this.reports = reports;
    }

    /** The connected node that says it owns the VIP; else of the connected ones the first in line. */
    public Optional<UUID> of(Vip vip) {
        UUID group = vip.spec().nodeGroupId();
        Optional<VirtualRouter> router = groups.findById(group).flatMap(found -> router(found, vip));
        List<UUID> members =
                nodes.findByNodeGroupId(group).stream().map(Node::id).toList();
        return statuses.of(members).entrySet().stream()
                .filter(entry -> entry.getValue().connected())
                .map(Map.Entry::getKey)
                .min(Comparator.<UUID, Boolean>comparing(node -> !owns(node, router))
                        .thenComparing(node -> -priority(node, router))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** @throws Conflict NO_NODE_CONNECTED, which names those that could be asked, and what to do */
    public UUID require(Vip vip) {
        return of(vip).orElseThrow(() -> nobodyToAsk(vip));
    }

    private Conflict nobodyToAsk(Vip vip) {
        List<String> names = nodes.findByNodeGroupId(vip.spec().nodeGroupId()).stream()
                .map(Node::name)
                .sorted()
                .toList();
        String nobody = "No node of the VIP's group is connected: there is nobody to ask. ";
        return new Conflict(
                "NO_NODE_CONNECTED",
                names.isEmpty()
                        ? nobody + "The group has no node yet: create one, and start carom-agent there with its token."
                        : nobody + "Start carom-agent on " + String.join(", ", names)
                                + "; where it runs, its log says why it does not reach this control plane.");
    }

    /** The VIPs by the node that speaks for them; those without one are left out. */
    Map<UUID, List<Vip>> of(List<Vip> vips) {
        return vips.stream()
                .flatMap(vip -> of(vip).map(node -> Map.entry(node, vip)).stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Optional<VirtualRouter> router(NodeGroup group, Vip vip) {
        return group.virtualRouters().stream()
                .filter(router ->
                        Integer.valueOf(router.vrid()).equals(vip.spec().vrid()))
                .findFirst();
    }

    private boolean owns(UUID node, Optional<VirtualRouter> router) {
        return router.isPresent()
                && reports.latest(node).stream()
                        .flatMap(report -> report.virtualRouters().stream())
                        .filter(RouterRole::owner)
                        .anyMatch(role -> role.virtualRouterId()
                                .equals(router.orElseThrow().id()));
    }

    private static int priority(UUID node, Optional<VirtualRouter> router) {
        return router.map(found -> found.spec().priorityByNode().getOrDefault(node, 0))
                .orElse(0);
    }
}
