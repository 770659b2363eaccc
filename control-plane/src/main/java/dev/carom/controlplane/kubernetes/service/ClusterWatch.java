package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.stream.Stream;

/** Follows the cluster while this replica leads. What it shows may be behind; the cluster refuses writes based on that. */
final class ClusterWatch implements AutoCloseable {
    private final SharedIndexInformer<Service> services;
    private final SharedIndexInformer<Node> nodes;
    private final SharedIndexInformer<EndpointSlice> slices;

    /**
     * Returns when all was read once.
     *
     * @param changed called by the client's threads, often
     */
    ClusterWatch(KubernetesClient cluster, Runnable changed) {
        services = cluster.services().inAnyNamespace().inform(calling(changed));
        nodes = cluster.nodes().inform(calling(changed));
        slices = cluster.discovery().v1().endpointSlices().inAnyNamespace().inform(calling(changed));
    }

    Cluster view() {
        return new Cluster(
                services().filter(ClaimReader::isClaim).map(ClaimReader::read).toList(),
                nodes.getStore().list().stream().map(ClusterNode::of).toList(),
                ReadyEndpoints.of(slices.getStore().list()));
    }

    Stream<Service> services() {
        return services.getStore().list().stream();
    }

    @Override
    public void close() {
        List.of(services, nodes, slices).forEach(SharedIndexInformer::close);
    }

    private static <T> ResourceEventHandler<T> calling(Runnable changed) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T added) {
                changed.run();
            }

            @Override
            public void onUpdate(T before, T after) {
                changed.run();
            }

            @Override
            public void onDelete(T deleted, boolean unseen) {
                changed.run();
            }
        };
    }
}
