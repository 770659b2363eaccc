package dev.carom.lab.endtoend;

import dev.carom.lab.Lab;
import dev.carom.lab.LabOptions;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.GroupPlan;
import dev.carom.lab.namespace.NetworkNamespace;
import dev.carom.lab.topology.BackendPlace;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Layout;
import dev.carom.lab.topology.Segment;
import dev.carom.lab.topology.Topology;
import dev.carom.lab.trunk.Trunk;
import java.util.List;
import java.util.Map;

/**
 * A second site of the same control plane, with jumbo frames, and with the backends on a segment of their own. lb1 comes
 * in on one interface and goes out on another; lb2 has one, on which the backends' network is tagged.
 */
record SegmentedSite(Deployment deployment) implements AutoCloseable {
    static final int JUMBO = 9000;

    private static final String TWO_INTERFACES = "two-interfaces";
    private static final String TAGGED = "tagged";

    static SegmentedSite start(Deployment first) {
        Layout layout = Layout.USUAL.withBackends(BackendPlace.INSIDE).withMtu(JUMBO);
        Lab lab = Lab.start(LabOptions.defaults().withLayout(layout));
        try {
            NetworkNamespace trunk = lab.host(HostName.TRUNK).namespace();
            lab.own(Trunk.open(trunk, "eth0", "eth1", Topology.INSIDE_VLAN));
            List<GroupPlan> groups = List.of(
                    group(TWO_INTERFACES, HostName.LB1, List.of("eth0", "eth1"), "eth1", 0),
                    group(TAGGED, HostName.LB2, List.of("eth0"), "eth0", Topology.INSIDE_VLAN));
            return new SegmentedSite(Deployment.join(lab, first.controlPlane(), groups, System.out::println));
        } catch (RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    private static GroupPlan group(
            String name, HostName balancer, List<String> interfaces, String insideInterface, int vlanId) {
        return new GroupPlan(
                name,
                List.of(
                        GroupPlan.network("outer", "eth0", 0, Segment.LAN, JUMBO, "CLIENT"),
                        GroupPlan.network("inner", insideInterface, vlanId, Segment.INSIDE, JUMBO, "BACKEND")),
                Map.of(balancer, interfaces));
    }

    Lab lab() {
        return deployment.lab();
    }

    String twoInterfaces() {
        return deployment.nodeGroupId(TWO_INTERFACES);
    }

    String tagged() {
        return deployment.nodeGroupId(TAGGED);
    }

    @Override
    public void close() {
        lab().close();
    }
}
