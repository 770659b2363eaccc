package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.node;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A node group, address pools and workers, and what Services get there. */
final class Plans {
    static final BalancerGroup EDGE = new BalancerGroup(
            new UUID(0, 1),
            "edge",
            List.of(1, 2),
            List.of(Subnet.parse("10.0.0.0/24"), Subnet.parse("2001:db8:1::/64")),
            Set.of("lb1"),
            Set.of(IpAddress.parse("10.0.0.12")));
    static final AddressPool PUBLIC = pool("public", true, "192.0.2.10-192.0.2.11", "2001:db8::10/127");
    static final AddressPool RESERVED = pool("reserved", false, "203.0.113.0/30");
    static final Ground EMPTY = new Ground(Map.of("edge", EDGE), Map.of(), Map.of());
    static final List<Node> WORKERS =
            List.of(node("a", "10.0.0.21", "2001:db8:1::21"), node("b", "10.0.0.22", "2001:db8:1::22"));

    private static final Planner PLANNER = new Planner("prod", List.of(PUBLIC, RESERVED), 10_256);

    private static AddressPool pool(String name, boolean auto, String... ranges) {
        return new AddressPool(
                name, "edge", Arrays.stream(ranges).map(AddressRange::parse).toList(), auto);
    }

    static ServicePlan plan(ServiceBuilder service, List<Node> nodes, EndpointSlice... slices) {
        return plans(EMPTY, nodes, List.of(service), slices).getFirst();
    }

    static List<ServicePlan> plans(
            Ground ground, List<Node> nodes, List<ServiceBuilder> services, EndpointSlice... slices) {
        return PLANNER.plan(
                new Cluster(
                        services.stream()
                                .map(ServiceBuilder::build)
                                .map(ClaimReader::read)
                                .toList(),
                        nodes.stream().map(ClusterNode::of).toList(),
                        ReadyEndpoints.of(List.of(slices))),
                ground);
    }

    static List<String> backends(ServicePlan plan) {
        return plan.exposure().backends().values().stream()
                .flatMap(List::stream)
                .map(backend -> backend.name() + " " + backend.address())
                .sorted()
                .toList();
    }

    static Notice notice(ServicePlan plan, Notice.Reason reason) {
        return plan.notices().stream()
                .filter(notice -> notice.reason() == reason)
                .findAny()
                .orElseThrow(() -> new AssertionError(reason + " is not among " + plan.notices()));
    }

    static ServiceBuilder local(String name) {
        return service(name)
                .editSpec()
                .withExternalTrafficPolicy("Local")
                .withHealthCheckNodePort(31_000)
                .endSpec();
    }

    static ServiceBuilder asking(String name, String address) {
        return service(name)
                .editMetadata()
                .withAnnotations(Map.of(ClaimReader.ADDRESSES, address))
                .endMetadata();
    }

    static Ground holding(ServicePlan plan) {
        return new Ground(Map.of("edge", EDGE), Map.of(), Map.of(plan.service().uid(), plan.exposure()));
    }

    private Plans() {}
}
