package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What of a node group a Service's VIPs depend on.
 *
 * @param vrids its virtual routers; never empty
 * @param segments subnets in which its nodes reach servers by MAC
 * @param nodeNames of its nodes, which in a cluster are called as the cluster's
 * @param nodeAddresses of its nodes
 */
record BalancerGroup(
        UUID id,
        String name,
        List<Integer> vrids,
        List<Subnet> segments,
        Set<String> nodeNames,
        Set<IpAddress> nodeAddresses) {
    BalancerGroup {
        vrids = List.copyOf(vrids);
        segments = List.copyOf(segments);
        nodeNames = Set.copyOf(nodeNames);
        nodeAddresses = Set.copyOf(nodeAddresses);
    }

    /** A balancer cannot send a frame to itself, nor to its peers: they would forward it again. */
    boolean isBalancer(ClusterNode node) {
        return node.balancer()
                || nodeNames.contains(node.name())
                || node.addresses().stream().anyMatch(nodeAddresses::contains);
    }

    boolean reaches(IpAddress address) {
        return segments.stream().anyMatch(segment -> segment.contains(address));
    }
}
