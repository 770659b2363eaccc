package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of its own with two workers and a balancer, a node group in the shared database that serves two addresses, and
 * controllers between them.
 */
final class ServiceSite implements AutoCloseable {
    private static final AtomicInteger SITES = new AtomicInteger();
    private static final ServiceController.Timing HASTY =
            new ServiceController.Timing(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofMillis(200));

    final ApiServer server = new ApiServer();
    final KubernetesClient cluster = server.client();
    final String name = "site" + SITES.incrementAndGet();
    final Rest rest;
    private final GroundReader grounds;
    private final ExposureWriter writer;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ServiceSettings settings;

    ServiceSite(int port, GroundReader grounds, ExposureWriter writer) {
        this.rest = new Rest(port);
        this.grounds = grounds;
        this.writer = writer;
        this.settings = new ServiceSettings(
                true,
                name,
                "carom-system",
                "carom-service-controller",
                10_256,
                Duration.ofSeconds(1),
                List.of(new ServiceSettings.Pool(
                        "public",
                        "kubernetes-" + name,
                        List.of(address(100) + "-" + address(101), "2001:db8:77:" + number() + "::/127"),
                        true)));
        String group = rest.post("/node-groups", """
                {"name": "kubernetes-%s", "networks": [
                  {"name": "servers", "interfaceSelector": "eth0", "subnets": ["%s/24", "2001:db8:78:%d::/64"]}]}
                """.formatted(name, address(0), number()))
                .get("id")
                .asString();
        rest.post("/nodes", """
                {"name": "lb-%s", "nodeGroupId": "%s", "addresses": ["%s"]}
                """.formatted(name, group, address(11)));
        for (int worker = 21; worker <= 22; worker++) {
            cluster.resource(KubernetesObjects.node(
                            "worker-" + worker, address(worker), "2001:db8:78:" + number() + "::" + worker))
                    .create();
        }
        cluster.resource(KubernetesObjects.node("balancer", address(11))).create();
    }

    private int number() {
        return Integer.parseInt(name.substring("site".length()));
    }

    String address(int host) {
        return "172.27." + number() + "." + host;
    }

    /** Another replica. */
    ServiceController startController() {
        KubernetesClient client = server.client();
        ServiceController controller =
                ServiceConfiguration.controller(client, settings, HASTY, grounds, writer, Clock.systemUTC());
        opened.add(client);
        opened.add(controller);
        controller.start();
        return controller;
    }

    Round round(KubernetesClient client) {
        return ServiceConfiguration.round(client, settings, grounds, writer, Clock.systemUTC());
    }

    Service create(ServiceBuilder service) {
        return cluster.resource(service.build()).create();
    }

    @Nullable Service service(String service) {
        return cluster.services().inNamespace("shop").withName(service).get();
    }

    void delete(String service) {
        cluster.services().inNamespace("shop").withName(service).delete();
    }

    /** What the Service's status shows; empty while it shows nothing. */
    List<String> addresses(String service) {
        Service found = service(service);
        return found == null || found.getStatus() == null || found.getStatus().getLoadBalancer() == null
                ? List.of()
                : found.getStatus().getLoadBalancer().getIngress().stream()
                        .map(LoadBalancerIngress::getIp)
                        .toList();
    }

    void awaitAddresses(String service, String... addresses) {
        await().untilAsserted(() -> assertThat(addresses(service)).containsExactly(addresses));
    }

    /** Messages of Events with this reason on the Service. */
    List<String> said(String service, Notice.Reason reason) {
        return cluster.v1().events().inNamespace("shop").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(service))
                .filter(event -> event.getReason().equals(reason.text()))
                .map(Event::getMessage)
                .toList();
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        cluster.close();
        server.close();
    }
}
