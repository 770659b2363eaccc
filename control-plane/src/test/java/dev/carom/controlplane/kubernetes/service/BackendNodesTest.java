package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.endpoints;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.node;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.unready;
import static dev.carom.controlplane.kubernetes.service.Plans.WORKERS;
import static dev.carom.controlplane.kubernetes.service.Plans.backends;
import static dev.carom.controlplane.kubernetes.service.Plans.local;
import static dev.carom.controlplane.kubernetes.service.Plans.notice;
import static dev.carom.controlplane.kubernetes.service.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.pool.HealthMonitorSpec;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which nodes serve a Service. */
class BackendNodesTest {
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
}
