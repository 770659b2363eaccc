package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Objects as a cluster holds them. */
final class KubernetesObjects {
    private KubernetesObjects() {}

    /** A LoadBalancer of Carom's class in namespace {@code shop}, with port 80/TCP, as the API server completes it. */
    static ServiceBuilder service(String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withUid("uid-" + name)
                .withCreationTimestamp("2026-11-01T00:00:00Z")
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .withLoadBalancerClass(ClaimReader.LOAD_BALANCER_CLASS)
                .withIpFamilies("IPv4")
                .withExternalTrafficPolicy("Cluster")
                .addNewPort()
                .withName("http")
                .withProtocol("TCP")
                .withPort(80)
                .endPort()
                .endSpec();
    }

    static Node node(String name, Map<String, String> labels, String... addresses) {
        NodeBuilder node = new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewStatus()
                .addNewAddress("198.51.100.1", "ExternalIP")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus();
        for (String address : addresses) {
            node.editStatus().addNewAddress(address, "InternalIP").endStatus();
        }
        return node.build();
    }

    static Node node(String name, String... addresses) {
        return node(name, Map.of(), addresses);
    }

    static Node unready(Node node) {
        return new NodeBuilder(node)
                .editStatus()
                .editFirstCondition()
                .withStatus("Unknown")
                .endCondition()
                .endStatus()
                .build();
    }

    /** One slice with a ready endpoint on each node; a name with {@code -!} before it has one that is not ready. */
    static EndpointSlice endpoints(String service, Family family, String... nodes) {
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(service + "-" + family.toString().toLowerCase(Locale.ROOT))
                .withLabels(Map.of("kubernetes.io/service-name", service))
                .endMetadata()
                .withAddressType(family.toString())
                .withEndpoints(Arrays.stream(nodes)
                        .map(node -> new EndpointBuilder()
                                .withNodeName(node.replace("-!", ""))
                                .withNewConditions()
                                .withReady(!node.startsWith("-!"))
                                .endConditions()
                                .build())
                        .toList())
                .build();
    }
}
