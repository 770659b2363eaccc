package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.ServiceSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What may go wrong between a cluster and Carom, and what then still stands. */
@ControlPlaneTest
@SuppressWarnings("NullAway.Init")
class ServiceControllerTroubleIT {
    private static final DateTimeFormatter MICRO_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

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

    @Test
    void aServiceThatIsDeletedWhileNobodyLooksIsHeldUntilItsVipIsGone() {
        ServiceController controller = site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        controller.close();
        site.delete("web");
        assertThat(site.service("web")).isNotNull();
        assertThat(site.rest.owned("vips", site.name)).hasSize(1);
        site.startController();
        await().untilAsserted(() -> assertThat(site.service("web")).isNull());
        assertThat(site.rest.owned("vips", site.name)).isEmpty();
        assertThat(site.rest.owned("pools", site.name)).isEmpty();
    }

    @Test
    void aServiceWhosePoolSomebodyElseUsesIsHeldAndSaysSo() {
        site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        JsonNode vip = site.rest.owned("vips", site.name).getFirst();
        String pool = site.rest.owned("pools", site.name).getFirst().get("id").asString();
        JsonNode other = site.rest.post(
                "/vips", """
                {"name": "%s-other", "nodeGroupId": "%s", "address": "%s"}
                """.formatted(site.name, vip.get("nodeGroupId").asString(), site.address(90)));
        JsonNode listener = site.rest.post(
                "/vips/" + other.get("id").asString() + "/listeners",
                "{\"name\": \"http\", \"ports\": [\"80\"], \"poolId\": \"" + pool + "\"}");
        site.delete("web");
        await().untilAsserted(() -> assertThat(site.said("web", Notice.Reason.REFUSED))
                .singleElement()
                .asString()
                .contains("listener http"));
        assertThat(site.service("web")).isNotNull();
        site.rest.delete("/listeners/" + listener.get("id").asString());
        await().untilAsserted(() -> assertThat(site.service("web")).isNull());
    }

    @Test
    void whatAServiceLeftThatWasTornAwayIsRemoved() {
        ServiceController controller = site.startController();
        site.create(service("web"));
        site.awaitAddresses("web", site.address(100));
        controller.close();
        site.cluster.services().inNamespace("shop").withName("web").edit(there -> {
            there.getMetadata().getFinalizers().clear();
            return there;
        });
        site.delete("web");
        assertThat(site.service("web")).isNull();
        site.startController();
        await().untilAsserted(
                        () -> assertThat(site.rest.owned("vips", site.name)).isEmpty());
    }

    @Test
    void whoLosesTheLeaseStopsAndWhoGetsItGoesOn() {
        site.startController();
        site.startController();
        site.create(service("one"));
        site.awaitAddresses("one", site.address(100));
        Resource<Lease> lease =
                site.cluster.leases().inNamespace("carom-system").withName("carom-service-controller");
        // Whatever its version: the holder renews it meanwhile.
        lease.patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"spec": {"holderIdentity": "a third", "renewTime": "%s"}}
                """.formatted(
                        MICRO_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))));
        await().untilAsserted(() ->
                assertThat(lease.get().getSpec().getHolderIdentity()).isNotIn("a third", ""));
        site.create(service("two"));
        site.awaitAddresses("two", site.address(101));
        assertThat(site.rest.owned("vips", site.name)).hasSize(2);
    }

    @Test
    void aRoundThatIsNoLongerTheLeadersStopsBetweenServices() {
        site.create(service("one"));
        site.create(service("two"));
        AtomicInteger asked = new AtomicInteger();
        try (KubernetesClient client = site.server.client();
                ClusterWatch watch = new ClusterWatch(client, () -> {})) {
            site.round(client).look(watch, () -> asked.incrementAndGet() == 1);
        }
        assertThat(site.rest.owned("vips", site.name)).hasSize(1);
        site.startController();
        await().untilAsserted(
                        () -> assertThat(site.rest.owned("vips", site.name)).hasSize(2));
    }

    @Test
    void vipsStandWhileTheClusterIsAwayAndTheRestComesAfter() {
        site.startController();
        site.create(service("one"));
        site.awaitAddresses("one", site.address(100));
        site.server.goAway();
        // Longer than the lease: nobody leads meanwhile.
        await().pollDelay(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(site.rest.owned("vips", site.name)).hasSize(1));
        site.server.comeBack();
        site.create(service("two"));
        site.awaitAddresses("two", site.address(101));
        assertThat(site.addresses("one")).containsExactly(site.address(100));
    }
}
