package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.endpoints;
import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.ServiceSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a Service in an API server to what REST shows, and back to its status. */
@ControlPlaneTest
@SuppressWarnings("NullAway.Init")
class ServiceControllerIT {
    @LocalServerPort
    int port;

    @Autowired
    GroundReader grounds;

    @Autowired
    ExposureWriter writer;

    private ServiceSite site;

    @BeforeEach
    void build() {
        site = new ServiceSite(port, grounds, writer);
    }

    @AfterEach
    void end() throws Exception {
        site.close();
    }

    private static ServiceBuilder asking(String name, String address) {
        return service(name)
                .editMetadata()
                .withAnnotations(Map.of(ClaimReader.ADDRESSES, address))
                .endMetadata();
    }

    private List<String> backendNames() {
        return site.rest.owned("backends", site.name).stream()
                .map(backend -> backend.get("name").asString())
                .sorted()
                .toList();
    }

    @Test
    void aServiceBecomesAVipThatRestShowsAndItsStatusTells() {
        site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        JsonNode vip = site.rest.owned("vips", site.name).getFirst();
        assertThat(vip.get("address").asString()).isEqualTo(site.address(100));
        assertThat(vip.get("name").asString()).isEqualTo(site.name + ".shop.web.ipv4");
        assertThat(site.rest.owned("listeners", site.name))
                .singleElement()
                .satisfies(listener ->
                        assertThat(listener.get("ports").get(0).asString()).isEqualTo("80"));
        assertThat(backendNames()).containsExactly("worker-21", "worker-22");
        assertThat(site.rest.owned("backends", site.name))
                .allSatisfy(
                        backend -> assertThat(backend.get("kind").asString()).isEqualTo("KUBE_PROXY"));
        await().untilAsserted(() -> {
            assertThat(site.said("web", Notice.Reason.ADDRESS_ASSIGNED)).hasSize(1);
            assertThat(site.said("web", Notice.Reason.BALANCERS_LEFT_OUT))
                    .singleElement()
                    .asString()
                    .contains("Nodes balancer are balancers");
        });
        JsonNode audited = site.rest
                .get("/audit?filter=resourceId%3D" + vip.get("id").asString())
                .get("items")
                .get(0);
        assertThat(audited.get("actor").asString()).isEqualTo("kubernetes." + site.name);
        JsonNode revision =
                site.rest.get("/revisions/" + audited.get("revision").asLong());
        assertThat(revision.get("message").asString()).isEqualTo("Service shop/web of cluster " + site.name);
        // A monitor, a pool, two backends, a VIP and a listener: all or nothing.
        assertThat(revision.get("changes")).hasSize(6);
        // Looked at again and again, it is not written again.
        await().during(Duration.ofMillis(2_500))
                .untilAsserted(() -> assertThat(site.rest
                                .get("/audit?filter=actor%3Dkubernetes." + site.name)
                                .get("items"))
                        .hasSize(6));
    }

    @Test
    void nodesAndEndpointsAreFollowed() {
        site.startController();
        site.create(service("web")
                .editSpec()
                .withIpFamilies("IPv4", "IPv6")
                .withExternalTrafficPolicy("Local")
                .withHealthCheckNodePort(31_000)
                .endSpec());
        await().untilAsserted(() -> assertThat(site.addresses("web")).hasSize(2));
        // Said after the status is written.
        await().untilAsserted(() ->
                assertThat(site.said("web", Notice.Reason.NO_BACKENDS)).isNotEmpty());
        site.cluster.resource(endpoints("web", Family.IPV4, "worker-21")).create();
        await().untilAsserted(() -> assertThat(backendNames()).containsExactly("worker-21"));
        site.cluster.resource(endpoints("web", Family.IPV6, "worker-22")).create();
        await().untilAsserted(() -> assertThat(backendNames()).containsExactly("worker-21", "worker-22"));
        site.cluster.nodes().withName("worker-22").delete();
        await().untilAsserted(() -> assertThat(backendNames()).containsExactly("worker-21"));
        assertThat(site.rest.owned("health-monitors", site.name))
                .singleElement()
                .satisfies(monitor -> assertThat(monitor.get("port").asInt()).isEqualTo(31_000));
        // The backends that depart would be removed in the middle of another test.
        site.delete("web");
        await().untilAsserted(() -> assertThat(site.service("web")).isNull());
    }

    @Test
    void ofTwoThatWantOneAddressTheSecondWaitsForTheFirst() {
        site.startController();
        site.create(asking("first", site.address(101)));
        site.awaitAddresses("first", site.address(101));
        site.create(asking("second", site.address(101)));
        await().untilAsserted(() -> assertThat(site.said("second", Notice.Reason.ADDRESS_TAKEN))
                .singleElement()
                .asString()
                .contains("Service shop/first"));
        assertThat(site.addresses("second")).isEmpty();
        site.delete("first");
        site.awaitAddresses("second", site.address(101));
        await().untilAsserted(() -> assertThat(site.service("first")).isNull());
    }

    @Test
    void whatRestChangesIsPutBackButWhatOperatorsMayDoStays() {
        site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        JsonNode vip = site.rest.owned("vips", site.name).getFirst();
        site.rest.patch("/vips/" + vip.get("id").asString(), """
                {"newFlowsPerSecond": 5, "adminState": "DISABLED"}
                """);
        await().untilAsserted(() -> {
            JsonNode now = site.rest.get("/vips/" + vip.get("id").asString());
            assertThat(now.get("newFlowsPerSecond").asInt()).isZero();
            assertThat(now.get("adminState").asString()).isEqualTo("DISABLED");
        });
    }

    @Test
    void whatCaromRefusesIsSaidAndDoneWhenItNoLongerDoes() {
        JsonNode pool = site.rest.post("/pools", "{\"name\": \"" + site.name + ".shop.web.ipv4\"}");
        site.startController();
        site.create(service("web"));
        await().untilAsserted(() ->
                assertThat(site.said("web", Notice.Reason.REFUSED)).isNotEmpty());
        assertThat(site.addresses("web")).isEmpty();
        assertThat(site.rest.owned("health-monitors", site.name)).isEmpty();
        site.rest.delete("/pools/" + pool.get("id").asString());
        site.awaitAddresses("web", site.address(100));
    }

    @Test
    void aServiceThatIsNoLoadBalancerAnyMoreIsLetGo() {
        site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        site.cluster
                .services()
                .inNamespace("shop")
                .withName("web")
                .edit(there -> new ServiceBuilder(there)
                        .editSpec()
                        .withType("ClusterIP")
                        .withLoadBalancerClass(null)
                        .endSpec()
                        .build());
        await().untilAsserted(() -> {
            assertThat(site.addresses("web")).isEmpty();
            assertThat(ServiceObjects.isHeld(Objects.requireNonNull(site.service("web"))))
                    .isFalse();
        });
        for (String collection : List.of("vips", "listeners", "pools", "health-monitors")) {
            assertThat(site.rest.owned(collection, site.name)).as(collection).isEmpty();
        }
    }
}
