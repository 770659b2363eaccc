package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A node of the cluster.
 *
 * @param addresses its own on the cluster's network
 * @param excluded whether its label keeps it from external load balancers
 * @param balancer whether its label makes it one itself
 */
record ClusterNode(String name, List<IpAddress> addresses, boolean ready, boolean excluded, boolean balancer) {
    static final String EXCLUDED = "node.kubernetes.io/exclude-from-external-load-balancers";
    static final String BALANCER = "carom.dev/balancer";

    ClusterNode {
        addresses = List.copyOf(addresses);
    }

    static ClusterNode of(Node node) {
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        return new ClusterNode(
                node.getMetadata().getName(),
                node.getStatus() == null
                        ? List.of()
                        : node.getStatus().getAddresses().stream()
                                .filter(address -> address.getType().equals("InternalIP"))
                                .flatMap(address -> Family.address(address.getAddress()).stream())
                                .toList(),
                isReady(node),
                labels.containsKey(EXCLUDED),
                labels.containsKey(BALANCER) && !"false".equals(labels.get(BALANCER)));
    }

    private static boolean isReady(Node node) {
        return node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True"));
    }

    Optional<IpAddress> address(Family family) {
        return addresses.stream()
                .filter(address -> Family.of(address) == family)
                .findFirst();
    }
}
