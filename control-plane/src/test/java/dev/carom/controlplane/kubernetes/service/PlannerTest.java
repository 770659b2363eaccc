package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.node;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.Plans.EDGE;
import static dev.carom.controlplane.kubernetes.service.Plans.WORKERS;
import static dev.carom.controlplane.kubernetes.service.Plans.backends;
import static dev.carom.controlplane.kubernetes.service.Plans.notice;
import static dev.carom.controlplane.kubernetes.service.Plans.plan;
import static dev.carom.controlplane.kubernetes.service.Plans.plans;
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
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Services get, as a value. */
class PlannerTest {
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
    void dualStackGetsAVipOfEachFamilyInItsOrder() {
        ServicePlan plan =
                plan(service("web").editSpec().withIpFamilies("IPv6", "IPv4").endSpec(), WORKERS);
        assertThat(plan.addresses()).containsExactly(IpAddress.parse("2001:db8::10"), IpAddress.parse("192.0.2.10"));
        assertThat(backends(plan))
                .containsExactly("a 10.0.0.21", "a 2001:db8:1::21", "b 10.0.0.22", "b 2001:db8:1::22");
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
