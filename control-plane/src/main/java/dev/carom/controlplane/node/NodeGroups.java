package dev.carom.controlplane.node;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.ByIds;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Resources;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Changes node groups. */
@Service
public class NodeGroups implements Resources<NodeGroup, NodeGroupSpec> {
    private final Configuration configuration;
    private final NodeGroupRepository groups;
    private final NodeRepository nodes;
    private final CarriedVips carried;
    private final Clock clock;

    NodeGroups(
            Configuration configuration,
            NodeGroupRepository groups,
            NodeRepository nodes,
            CarriedVips carried,
            Clock clock) {
        this.configuration = configuration;
        this.groups = groups;
        this.nodes = nodes;
        this.carried = carried;
        this.clock = clock;
    }

    @Override
    public NodeGroup find(UUID id) {
        return groups.findById(id).orElseThrow(() -> new NotFound("node group", id));
    }

    @Override
    public List<NodeGroup> findAll(Collection<UUID> ids) {
        return ByIds.of(groups, ids);
    }

    /** @throws AlreadyThere if there is one with this id */
    public Revised<NodeGroup> create(UUID id, NodeGroupSpec spec) {
        return configuration.change(log -> {
            if (groups.existsById(id)) {
                throw new AlreadyThere("node group", id);
            }
            NodeGroup group = new NodeGroup(id, spec, HashKeys.random(), clock.instant());
            checkMembers(group.id(), spec);
            log.creating(group);
            return groups.save(group);
        });
    }

    @Override
    public Revised<NodeGroup> change(UUID id, ExpectedVersion expected, UnaryOperator<NodeGroupSpec> edit) {
        return configuration.change(log -> {
            NodeGroup group = find(id);
            expected.check(group);
            NodeGroupSpec wanted = edit.apply(group.spec());
            if (!wanted.equals(group.spec())) {
                apply(group, wanted, log);
            }
            return group;
        });
    }

    private void apply(NodeGroup group, NodeGroupSpec wanted, ChangeLog log) {
        log.changing(group);
        Set<Integer> before =
                group.virtualRouters().stream().map(VirtualRouter::vrid).collect(Collectors.toSet());
        checkMembers(group.id(), wanted);
        wanted.virtualRouters().forEach(router -> before.remove(router.vrid()));
        before.forEach(vrid -> refuseWhileCarrying(group, vrid));
        group.change(wanted, clock.instant());
        log.recheck(new Recheck(Recheck.Subject.NODE_GROUP, group.id(), "/networks"));
    }

    private void checkMembers(UUID group, NodeGroupSpec spec) {
        Set<UUID> members =
                nodes.findByNodeGroupId(group).stream().map(Node::id).collect(Collectors.toSet());
        Violations violations = new Violations();
        for (int i = 0; i < spec.virtualRouters().size(); i++) {
            for (UUID node : spec.virtualRouters().get(i).priorityByNode().keySet()) {
                violations.unless(
                        members.contains(node),
                        "/virtualRouters/" + i + "/priorityByNode/" + node,
                        "NODE_NOT_IN_GROUP",
                        "No node of this group has the id " + node + ": only the group's nodes can own its VIPs.");
            }
        }
        violations.refuse();
    }

    private void refuseWhileCarrying(NodeGroup group, int vrid) {
        List<String> vips = carried.vipsOf(group.id(), vrid);
        if (!vips.isEmpty()) {
            throw new Conflict(new Violation(
                    "/virtualRouters",
                    "VIRTUAL_ROUTER_IN_USE",
                    "Virtual router " + vrid + " carries VIPs: " + String.join(", ", vips)
                            + ". Give them another vrid first."));
        }
    }

    public Revised<NodeGroup> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            NodeGroup group = find(id);
            expected.check(group);
            refuseInUse(
                    group,
                    "nodes",
                    nodes.findByNodeGroupId(id).stream()
                            .map(Node::name)
                            .sorted()
                            .toList());
            refuseInUse(group, "VIPs", carried.vipsOf(id));
            log.deleting(group);
            groups.delete(group);
            return group;
        });
    }

    private static void refuseInUse(NodeGroup group, String what, List<String> names) {
        if (!names.isEmpty()) {
            throw new Conflict(
                    "NODE_GROUP_IN_USE",
                    "Node group " + group.name() + " has " + what + ": " + String.join(", ", names)
                            + ". Delete those first.");
        }
    }
}
