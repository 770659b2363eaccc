package dev.carom.lab.deployment;

import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Layout;
import dev.carom.lab.topology.Segment;
import java.util.List;
import java.util.Map;

/**
 * A node group to create through REST.
 *
 * @param name unique; nodes are named after it, unless it is the usual one
 * @param networks as REST has them
 * @param interfaces of the agent on each balancer that belongs to it
 */
public record GroupPlan(String name, List<Map<String, ?>> networks, Map<HostName, List<String>> interfaces) {
    private static final String USUAL = "lab";
    private static final int ROUTER = 1;

    /** Both balancers, on the segment where backends and clients' router are. */
    public static GroupPlan usual() {
        return new GroupPlan(
                USUAL,
                List.of(network("lan", "eth0", 0, Segment.LAN, Layout.USUAL.mtu(), "BOTH")),
                Map.of(HostName.LB1, List.of("eth0"), HostName.LB2, List.of("eth0")));
    }

    /** @param vlanId 0 is untagged */
    public static Map<String, ?> network(
            String name, String interfaceName, int vlanId, Segment segment, int mtu, String role) {
        return Map.of(
                "name",
                name,
                "interfaceSelector",
                interfaceName,
                "vlanId",
                vlanId,
                "subnets",
                List.of(segment.ipv4Subnet(), segment.ipv6Subnet()),
                "mtu",
                mtu,
                "role",
                role,
                "gateways",
                List.of(segment.ipv4(ROUTER)));
    }

    Map<String, ?> resource() {
        return Map.of("name", name, "networks", networks);
    }

    String nodeName(HostName balancer) {
        return name.equals(USUAL) ? balancer.label() : name + "-" + balancer.label();
    }
}
