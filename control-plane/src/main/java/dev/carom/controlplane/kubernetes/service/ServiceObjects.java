package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.LoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.LoadBalancerStatusBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PortStatus;
import io.fabric8.kubernetes.api.model.PortStatusBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes Services' finalizers and statuses. Each patch names the version that it was made from, so that the cluster refuses
 * (409) one that is behind; the next round makes it anew.
 */
final class ServiceObjects {
    /** Holds a deleted Service until its VIP is gone. */
    static final String FINALIZER = "carom.dev/vip";

    private static final PatchContext JSON_PATCH = PatchContext.of(PatchType.JSON);

    private final KubernetesClient cluster;

    ServiceObjects(KubernetesClient cluster) {
        this.cluster = cluster;
    }

    static boolean isHeld(Service service) {
        return service.getMetadata().getFinalizers().contains(FINALIZER);
    }

    /** @return the Service as it now is */
    Service hold(Service service) {
        return isHeld(service)
                ? service
                : finalizers(
                        service, Stream.concat(service.getMetadata().getFinalizers().stream(), Stream.of(FINALIZER)));
    }

    void release(Service service) {
        if (isHeld(service)) {
            finalizers(
                    service,
                    service.getMetadata().getFinalizers().stream().filter(finalizer -> !finalizer.equals(FINALIZER)));
        }
    }

    private Service finalizers(Service service, Stream<String> finalizers) {
        return resource(service).patch(JSON_PATCH, patch(service, "/metadata/finalizers", finalizers.toList()));
    }

    /** Tells kube-proxy and people the addresses; kube-proxy takes those of mode VIP on every node (KEP-1860). */
    Service publish(Service service, ServicePlan plan) {
        return publish(service, ingress(plan));
    }

    /** For a Service that has no VIP any more. */
    Service unpublish(Service service) {
        return publish(service, List.of());
    }

    private Service publish(Service service, List<LoadBalancerIngress> wanted) {
        LoadBalancerStatus status =
                service.getStatus() == null ? null : service.getStatus().getLoadBalancer();
        List<LoadBalancerIngress> present = status == null ? List.of() : status.getIngress();
        if (wanted.equals(present)) {
            return service;
        }
        LoadBalancerStatus now =
                new LoadBalancerStatusBuilder().withIngress(wanted).build();
        return resource(service)
                .subresource("status")
                .patch(
                        JSON_PATCH,
                        service.getStatus() == null
                                ? patch(service, "/status", Map.of("loadBalancer", now))
                                : patch(service, "/status/loadBalancer", now));
    }

    private static List<LoadBalancerIngress> ingress(ServicePlan plan) {
        List<PortStatus> ports = plan.claim().ports().stream().allMatch(ServiceClaim.Port::isSupported)
                ? List.of()
                : plan.claim().ports().stream().map(ServiceObjects::status).toList();
        List<LoadBalancerIngress> ingress = new ArrayList<>();
        plan.addresses()
                .forEach(address -> ingress.add(new LoadBalancerIngressBuilder()
                        .withIp(address.toString())
                        .withIpMode("VIP")
                        .withPorts(ports)
                        .build()));
        return ingress;
    }

    private static PortStatus status(ServiceClaim.Port port) {
        PortStatusBuilder status =
                new PortStatusBuilder().withPort(port.number()).withProtocol(port.protocol());
        return port.isSupported()
                ? status.build()
                : status.withError("carom.dev/ProtocolUnsupported").build();
    }

    private ServiceResource<Service> resource(Service service) {
        ObjectMeta metadata = service.getMetadata();
        return cluster.services().inNamespace(metadata.getNamespace()).withName(metadata.getName());
    }

    /** Puts a value in place (RFC 6902), if the Service is still the one that was read. */
    private static String patch(Service service, String path, Object value) {
        return Serialization.asJson(List.of(
                Map.of(
                        "op", "replace",
                        "path", "/metadata/resourceVersion",
                        "value", service.getMetadata().getResourceVersion()),
                Map.of("op", "add", "path", path, "value", value)));
    }
}
