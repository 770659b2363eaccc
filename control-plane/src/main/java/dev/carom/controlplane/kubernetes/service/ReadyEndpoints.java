package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** On which nodes a Service has ready endpoints. */
record ReadyEndpoints(Map<Place, Set<String>> nodes) {
    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private record Place(String namespace, String service, Family family) {}

    ReadyEndpoints {
        nodes = Map.copyOf(nodes);
    }

    /** Slices that belong to no Service, or are of names rather than addresses, say nothing here. */
    static ReadyEndpoints of(Collection<EndpointSlice> slices) {
        Map<Place, Set<String>> nodes = new HashMap<>();
        for (EndpointSlice slice : slices) {
            Map<String, String> labels = slice.getMetadata().getLabels();
            String service = labels == null ? null : labels.get(SERVICE_NAME);
            if (service != null) {
                Family.read(slice.getAddressType()).ifPresent(family -> {
                    Place place = new Place(slice.getMetadata().getNamespace(), service, family);
                    Set<String> there = nodes.computeIfAbsent(place, each -> new HashSet<>());
                    slice.getEndpoints().stream()
                            .filter(ReadyEndpoints::isReady)
                            .forEach(endpoint -> there.add(endpoint.getNodeName()));
                });
            }
        }
        return new ReadyEndpoints(nodes);
    }

    /** Without a word it is ready (EndpointConditions, discovery.k8s.io/v1); without a node it is outside the cluster. */
    private static boolean isReady(Endpoint endpoint) {
        var conditions = endpoint.getConditions();
        return endpoint.getNodeName() != null
                && (conditions == null || conditions.getReady() == null || conditions.getReady());
    }

    Set<String> nodesOf(ServiceKey service, Family family) {
        return nodes.getOrDefault(new Place(service.namespace(), service.name(), family), Set.of());
    }
}
