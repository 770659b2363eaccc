package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.endpoints;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.node;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.unready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.pool.Affinity;
import dev.carom.controlplane.pool.BackendKind;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.VipSpec;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Services get, as a value. */
class PlannerTest {
    private static final BalancerGroup EDGE = new BalancerGroup(
            new UUID(0, 1),
            "edge",
            List.of(1, 2),
            List.of(Subnet.parse("10.0.0.0/24"), Subnet.parse("2001:db8:1::/64")),
            Set.of("lb1"),
            Set.of(IpAddress.parse("10.0.0.12")));
    private static final AddressPool PUBLIC = pool("public", true, "192.0.2.10-192.0.2.11", "2001:db8::10/127");
    private static final AddressPool RESERVED = pool("reserved", false, "203.0.113.0/30");
    private static final Ground EMPTY = new Ground(Map.of("edge", EDGE), Map.of(), Map.of());
    private static final List<Node> WORKERS =
            List.of(node("a", "10.0.0.21", "2001:db8:1::21"), node("b", "10.0.0.22", "2001:db8:1::22"));

    private final Planner planner = new Planner("prod", List.of(PUBLIC, RESERVED), 10_256);

    private static AddressPool pool(String name, boolean auto, String... ranges) {
        return new AddressPool(
                name, "edge", Arrays.stream(ranges).map(AddressRange::parse).toList(), auto);
    }

    private ServicePlan plan(ServiceBuilder service, List<Node> nodes, EndpointSlice... slices) {
        return plans(EMPTY, nodes, List.of(service), slices).getFirst();
    }

    private List<ServicePlan> plans(
            Ground ground, List<Node> nodes, List<ServiceBuilder> services, EndpointSlice... slices) {
        return planner.plan(
                new Cluster(
                        services.stream()
                                .map(ServiceBuilder::build)
                                .map(ClaimReader::read)
                                .toList(),
                        nodes.stream().map(ClusterNode::of).toList(),
                        ReadyEndpoints.of(List.of(slices))),
                ground);
    }

    private static List<String> backends(ServicePlan plan) {
        return plan.exposure().backends().values().stream()
                .flatMap(List::stream)
                .map(backend -> backend.name() + " " + backend.address())
                .sorted()
                .toList();
    }

    private static Notice notice(ServicePlan plan, Notice.Reason reason) {
        return plan.notices().stream()
                .filter(notice -> notice.reason() == reason)
                .findAny()
                .orElseThrow(() -> new AssertionError(reason + " is not among " + plan.notices()));
    }

    private static ServiceBuilder local(String name) {
        return service(name)
                .editSpec()
                .withExternalTrafficPolicy("Local")
                .withHealthCheckNodePort(31_000)
                .endSpec();
    }

    private static ServiceBuilder asking(String name, String address) {
        return service(name)
                .editMetadata()
                .withAnnotations(Map.of(ClaimReader.ADDRESSES, address))
                .endMetadata();
    }

    private static Ground holding(ServicePlan plan) {
        return new Ground(Map.of("edge", EDGE), Map.of(), Map.of(plan.service().uid(), plan.exposure()));
    }

    @Test
    void aServiceGetsTheLowestFreeAddressAndEveryReadyNode() {
        ServicePlan plan = plan(service("web"), WORKERS);
        assertThat(plan.addresses()).containsExactly(IpAddress.parse("192.0.2.10"));
        assertThat(backends(plan)).containsExactly("a 10.0.0.21", "b 10.0.0.22");
        VipSpec vip = plan.exposure().vips().values().iterator().next();
        assertThat(vip.name()).isEqualTo("prod.shop.web.ipv4");
        assertThat(vip.nodeGroupId()).isEqualTo(EDGE.id());
        assertThat(vip.vrid()).isIn(1, 2);
        assertThat(vip.labels())
                .containsEntry("carom.dev/owner", "kubernetes.prod")
                .containsEntry("carom.dev/service-uid", "uid-web");
        assertThat(plan.exposure().backends().values().iterator().next())
                .extracting(BackendSpec::kind)
                .containsOnly(BackendKind.KUBE_PROXY);
        ListenerSpec listener =
                plan.exposure().listeners().values().iterator().next().spec();
        assertThat(listener.name()).isEqualTo("tcp-80");
        assertThat(listener.labels()).containsEntry("carom.dev/port", "http");
        assertThat(plan.notices())
                .containsExactly(new Notice(Notice.Reason.ADDRESS_ASSIGNED, "Node group edge serves 192.0.2.10."));
    }

    @Test
    void theSameViewGivesTheSamePlan() {
        assertThat(plan(service("web"), WORKERS)).isEqualTo(plan(service("web"), WORKERS));
    }

    @Test
    void kubeProxySaysForAClusterServiceWhetherANodeWorks() {
        HealthMonitorSpec monitor = plan(service("web"), WORKERS)
                .exposure()
                .monitors()
                .values()
                .iterator()
                .next();
        assertThat(monitor.port()).isEqualTo(10_256);
        assertThat(monitor.path()).isEqualTo(MonitorPath.DIRECT);
    }

    @Test
    void aLocalServiceTakesNodesWithAReadyEndpointAndAsksTheirHealthCheckPort() {
        ServicePlan plan = plan(
                local("web"), WORKERS, endpoints("web", Family.IPV4, "b", "-!a"), endpoints("other", Family.IPV4, "a"));
        assertThat(backends(plan)).containsExactly("b 10.0.0.22");
        assertThat(plan.exposure().monitors().values())
                .extracting(HealthMonitorSpec::port)
                .containsExactly(31_000);
    }

    @Test
    void aLocalServiceWithoutAReadyEndpointKeepsItsAddressAndSaysWhyNobodyAnswers() {
        ServicePlan plan = plan(local("web"), WORKERS);
        assertThat(plan.addresses()).hasSize(1);
        assertThat(notice(plan, Notice.Reason.NO_BACKENDS).message()).contains("Local", "ready IPv4 endpoint");
    }

    @Test
    void aLocalServiceWithoutAHealthCheckPortSaysWhatThatCosts() {
        ServicePlan plan = plan(
                local("web").editSpec().withHealthCheckNodePort(null).endSpec(),
                WORKERS,
                endpoints("web", Family.IPV4, "a"));
        notice(plan, Notice.Reason.HEALTH_CHECK_PORT_MISSING);
        assertThat(plan.exposure().monitors().values())
                .extracting(HealthMonitorSpec::port)
                .containsExactly(10_256);
    }

    @Test
    void balancersAreNoBackendsWhetherByLabelNameOrAddress() {
        List<Node> nodes = List.of(
                node("a", "10.0.0.21"),
                node("lb1", "10.0.0.11"),
                node("other-name", "10.0.0.12"),
                node("labelled", Map.of(ClusterNode.BALANCER, "rack-a"), "10.0.0.13"),
                node("not-labelled", Map.of(ClusterNode.BALANCER, "false"), "10.0.0.14"));
        ServicePlan plan = plan(service("web"), nodes);
        assertThat(backends(plan)).containsExactly("a 10.0.0.21", "not-labelled 10.0.0.14");
        assertThat(notice(plan, Notice.Reason.BALANCERS_LEFT_OUT).message())
                .contains("labelled, lb1, other-name", "cannot send frames to itself");
    }

    @Test
    void excludedUnreadyAndFarNodesAreNoBackends() {
        List<Node> nodes = List.of(
                node("a", "10.0.0.21"),
                node("excluded", Map.of(ClusterNode.EXCLUDED, ""), "10.0.0.22"),
                unready(node("unready", "10.0.0.23")),
                node("far", "10.9.9.9"),
                node("nameless"));
        ServicePlan plan = plan(service("web"), nodes);
        assertThat(backends(plan)).containsExactly("a 10.0.0.21");
        assertThat(notice(plan, Notice.Reason.NODES_EXCLUDED).message())
                .contains("Nodes excluded", ClusterNode.EXCLUDED);
        assertThat(notice(plan, Notice.Reason.NODES_WITHOUT_SEGMENT).message())
                .contains("far, nameless", "node group edge");
    }

    @Test
    void aClusterThatCallsNoNodeReadyLosesNone() {
        List<Node> nodes = WORKERS.stream().map(KubernetesObjects::unready).toList();
        assertThat(backends(plan(service("web"), nodes))).hasSize(2);
    }

    @Test
    void dualStackGetsAVipOfEachFamilyInItsOrder() {
        ServicePlan plan =
                plan(service("web").editSpec().withIpFamilies("IPv6", "IPv4").endSpec(), WORKERS);
        assertThat(plan.addresses()).containsExactly(IpAddress.parse("2001:db8::10"), IpAddress.parse("192.0.2.10"));
        assertThat(backends(plan))
                .containsExactly("a 10.0.0.21", "a 2001:db8:1::21", "b 10.0.0.22", "b 2001:db8:1::22");
    }

    @Test
    void aPoolThatIsUsedUpIsSaid() {
        List<ServicePlan> plans = plans(EMPTY, WORKERS, List.of(service("one"), service("two"), service("three")));
        assertThat(plans).extracting(plan -> plan.addresses().size()).containsExactly(1, 1, 0);
        assertThat(plans.getLast().exposure()).isEqualTo(Exposure.NOTHING);
        assertThat(notice(plans.getLast(), Notice.Reason.NO_FREE_ADDRESS).message())
                .contains("IPv4", "public");
    }

    @Test
    void ofTwoThatAskForOneAddressTheOlderGetsItAndTheOtherHearsWhoHasIt() {
        ServiceBuilder older = asking("z-older", "192.0.2.11")
                .editMetadata()
                .withCreationTimestamp("2026-10-01T00:00:00Z")
                .endMetadata();
        List<ServicePlan> plans = plans(EMPTY, WORKERS, List.of(asking("a-younger", "192.0.2.11"), older));
        assertThat(plans.getFirst().service().name()).isEqualTo("z-older");
        assertThat(plans.getFirst().addresses()).containsExactly(IpAddress.parse("192.0.2.11"));
        assertThat(plans.getLast().addresses()).isEmpty();
        assertThat(notice(plans.getLast(), Notice.Reason.ADDRESS_TAKEN).message())
                .contains("Service shop/z-older");
    }

    @Test
    void whoHoldsAnAddressKeepsItThoughAnOlderOneAsksForIt() {
        ServicePlan held = plan(asking("younger", "192.0.2.11"), WORKERS);
        ServiceBuilder older = asking("older", "192.0.2.11")
                .editMetadata()
                .withCreationTimestamp("2026-10-01T00:00:00Z")
                .endMetadata();
        List<ServicePlan> plans = plans(holding(held), WORKERS, List.of(older, asking("younger", "192.0.2.11")));
        assertThat(plans).extracting(plan -> plan.addresses().size()).containsExactly(0, 1);
    }

    @Test
    void whatAnybodyElseHasIsNotGiven() {
        Ground ground =
                new Ground(Map.of("edge", EDGE), Map.of(IpAddress.parse("192.0.2.10"), "VIP intranet"), Map.of());
        assertThat(plans(ground, WORKERS, List.of(service("web"))).getFirst().addresses())
                .containsExactly(IpAddress.parse("192.0.2.11"));
        assertThat(notice(
                                plans(ground, WORKERS, List.of(asking("web", "192.0.2.10")))
                                        .getFirst(),
                                Notice.Reason.ADDRESS_TAKEN)
                        .message())
                .contains("VIP intranet");
    }

    @Test
    void anAddressOutsideEveryPoolAndAnUnknownPoolAreSaid() {
        notice(plan(asking("web", "198.51.100.7"), WORKERS), Notice.Reason.ADDRESS_OUTSIDE_POOLS);
        ServicePlan unknown = plan(
                service("web")
                        .editMetadata()
                        .withAnnotations(Map.of(ClaimReader.ADDRESS_POOL, "privte"))
                        .endMetadata(),
                WORKERS);
        assertThat(notice(unknown, Notice.Reason.ADDRESS_POOL_UNKNOWN).message())
                .contains("privte", "public, reserved");
    }

    @Test
    void aReservedPoolGivesToWhoNamesItOnly() {
        ServicePlan plan = plan(
                service("web")
                        .editMetadata()
                        .withAnnotations(Map.of(ClaimReader.ADDRESS_POOL, "reserved"))
                        .endMetadata(),
                WORKERS);
        assertThat(plan.addresses()).containsExactly(IpAddress.parse("203.0.113.0"));
    }

    @Test
    void theAddressThatAStatusShowsIsTakenAgainWhenCaromForgotIt() {
        ServiceBuilder shown = service("web")
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withIp("192.0.2.11")
                .endIngress()
                .endLoadBalancer()
                .endStatus();
        assertThat(plan(shown, WORKERS).addresses()).containsExactly(IpAddress.parse("192.0.2.11"));
    }

    @Test
    void sctpGetsNothingAndTheOtherPortsStay() {
        ServiceBuilder mixed = service("web")
                .editSpec()
                .addNewPort()
                .withProtocol("SCTP")
                .withPort(3_868)
                .endPort()
                .endSpec();
        ServicePlan plan = plan(mixed, WORKERS);
        assertThat(plan.exposure().listeners()).hasSize(1);
        assertThat(notice(plan, Notice.Reason.PROTOCOL_UNSUPPORTED).message()).contains("3868/SCTP");
        ServicePlan none = plan(
                mixed.editSpec()
                        .removeFromPorts(mixed.buildSpec().getPorts().getFirst())
                        .endSpec(),
                WORKERS);
        notice(none, Notice.Reason.NO_USABLE_PORT);
        assertThat(none.exposure()).isEqualTo(Exposure.NOTHING);
    }

    @Test
    void sourceRangesAndAffinityGoAlong() {
        ServicePlan plan = plan(
                service("web")
                        .editSpec()
                        .withLoadBalancerSourceRanges("198.51.100.0/24")
                        .withSessionAffinity("ClientIP")
                        .endSpec(),
                WORKERS);
        assertThat(plan.exposure().listeners().values())
                .extracting(listener -> listener.spec().allowedSources())
                .containsExactly(List.of(Subnet.parse("198.51.100.0/24")));
        assertThat(plan.exposure().pools().values())
                .extracting(PoolSpec::affinity)
                .containsExactly(new Affinity(32, 128, 10_800_000));
    }

    @Test
    void aPoolOfAnUnknownNodeGroupIsSaid() {
        ServicePlan plan = plans(new Ground(Map.of(), Map.of(), Map.of()), WORKERS, List.of(service("web")))
                .getFirst();
        assertThat(plan.addresses()).isEmpty();
        assertThat(notice(plan, Notice.Reason.NODE_GROUP_UNKNOWN).message()).contains("public", "edge");
    }

    @Test
    void whatOperatorsChangeStays() {
        ServicePlan plan = plan(service("web"), WORKERS);
        Map<UUID, List<BackendSpec>> drained = new HashMap<>();
        plan.exposure()
                .backends()
                .forEach((pool, specs) -> drained.put(
                        pool, specs.stream().map(PlannerTest::draining).toList()));
        Map<UUID, VipSpec> moved = new HashMap<>();
        plan.exposure()
                .vips()
                .forEach((id, vip) -> moved.put(
                        id,
                        new VipSpec(
                                vip.name(),
                                vip.labels(),
                                vip.nodeGroupId(),
                                vip.vrid() == null || vip.vrid() == 1 ? 2 : 1,
                                vip.address(),
                                AdminState.DISABLED,
                                vip.unmatchedPortPolicy(),
                                vip.newFlowsPerSecond())));
        Exposure operated = new Exposure(
                plan.exposure().monitors(),
                plan.exposure().pools(),
                drained,
                moved,
                plan.exposure().listeners());
        Ground ground = new Ground(Map.of("edge", EDGE), Map.of(), Map.of("uid-web", operated));
        assertThat(plans(ground, WORKERS, List.of(service("web"))).getFirst().exposure())
                .isEqualTo(operated);
    }

    private static BackendSpec draining(BackendSpec spec) {
        return new BackendSpec(
                spec.name(),
                spec.labels(),
                spec.address(),
                spec.mac(),
                spec.weight(),
                AdminState.DRAINING,
                spec.kind(),
                spec.forwardsForOthers(),
                spec.platform());
    }

    @Test
    void longNamesAreCutAndStayApart() {
        String name = "a".repeat(63);
        ServicePlan plan = plan(
                service(name),
                List.of(node("n".repeat(200) + "1", "10.0.0.21"), node("n".repeat(200) + "2", "10.0.0.22")));
        assertThat(plan.exposure().vips().values())
                .extracting(vip -> vip.name().length())
                .containsExactly(63);
        assertThat(backends(plan)).doesNotHaveDuplicates().hasSize(2);
    }
}
