package dev.carom.controlplane.node;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Moves a node's VIPs to its peers before it goes away. */
@Service
public class HandOvers {
    private final Configuration configuration;
    private final Nodes nodes;
    private final NodeGroupRepository groups;
    private final NodeRepository members;
    private final ObjectProvider<NodeStatuses> statuses;
    private final Clock clock;

    HandOvers(
            Configuration configuration,
            Nodes nodes,
            NodeGroupRepository groups,
            NodeRepository members,
            ObjectProvider<NodeStatuses> statuses,
            Clock clock) {
        this.configuration = configuration;
        this.nodes = nodes;
        this.groups = groups;
        this.members = members;
        this.statuses = statuses;
        this.clock = clock;
    }

    /**
     * Of every virtual router that the node owns, the connected peer with the highest priority changes places with it. A
     * node that owns nothing has nothing to hand over, which is no error.
     *
     * @throws Conflict NOBODY_TAKES_OVER if no peer of a router is connected; then nothing has moved
     */
    public Revised<HandOver> of(UUID id) {
        return configuration.change(log -> {
            Node node = nodes.find(id);
            NodeGroup group = groups.findById(node.nodeGroupId())
                    .orElseThrow(() -> new NotFound("node group", node.nodeGroupId()));
            Set<UUID> able = connected(group.id());
            List<HandOver.Move> moves = new ArrayList<>();
            List<VirtualRouterSpec> after = new ArrayList<>();
            for (VirtualRouter router : group.virtualRouters()) {
                VirtualRouterSpec spec = router.spec();
                if (spec.owner().filter(id::equals).isEmpty()) {
                    after.add(spec);
                    continue;
                }
                UUID successor = spec.successor(id, able).orElseThrow(() -> nobody(node, spec));
                moves.add(new HandOver.Move(spec.vrid(), successor));
                after.add(spec.swapping(id, successor));
            }
            if (!moves.isEmpty()) {
                log.changing(group);
                NodeGroupSpec spec = group.spec();
                group.change(new NodeGroupSpec(spec.name(), spec.labels(), spec.networks(), after), clock.instant());
            }
            return new HandOver(moves);
        });
    }

    private Set<UUID> connected(UUID group) {
        NodeStatuses heard = statuses.getIfAvailable();
        if (heard == null) {
            return Set.of();
        }
        List<UUID> ids = members.findByNodeGroupId(group).stream().map(Node::id).toList();
        return heard.of(ids).entrySet().stream()
                .filter(each -> each.getValue().connected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Conflict nobody(Node node, VirtualRouterSpec router) {
        return new Conflict(
                "NOBODY_TAKES_OVER",
                "No other node of virtual router " + router.vrid() + " is connected: the VIPs of " + node.name()
                        + " would be dark. Nothing was changed.");
    }
}
