package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.address.IpAddress;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written to the cluster, against fabric8's server. */
@SuppressWarnings("NullAway.Init")
class ServiceObjectsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ApiServer server = new ApiServer();
    private final KubernetesClient cluster = server.client();
    private final ServiceObjects objects = new ServiceObjects(cluster);
    private Service service;

    @BeforeEach
    void create() {
        service = cluster.resource(KubernetesObjects.service("web")
                        .editMetadata()
                        .addToFinalizers("example.com/other")
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void close() {
        cluster.close();
        server.close();
    }

    private Service now() {
        return cluster.services().inNamespace("shop").withName("web").get();
    }

    private static ServicePlan plan(Service service, String... addresses) {
        return new ServicePlan(
                ClaimReader.read(service),
                Exposure.NOTHING,
                List.of(addresses).stream().map(IpAddress::parse).toList(),
                List.of());
    }

    @Test
    void holdsAndLetsGoBesideOthersFinalizers() {
        objects.hold(service);
        assertThat(now().getMetadata().getFinalizers()).containsExactly("example.com/other", ServiceObjects.FINALIZER);
        objects.release(now());
        assertThat(now().getMetadata().getFinalizers()).containsExactly("example.com/other");
    }

    @Test
    void publishesAddressesThatKubeProxyTakes() {
        objects.publish(objects.hold(service), plan(service, "192.0.2.10", "2001:db8::10"));
        assertThat(now().getStatus().getLoadBalancer().getIngress())
                .extracting(ingress -> ingress.getIp() + " " + ingress.getIpMode())
                .containsExactly("192.0.2.10 VIP", "2001:db8::10 VIP");
        objects.unpublish(now());
        assertThat(now().getStatus().getLoadBalancer().getIngress()).isEmpty();
    }

    @Test
    void namesThePortThatGetsNothing() {
        Service mixed = KubernetesObjects.service("web")
                .editSpec()
                .addNewPort()
                .withProtocol("SCTP")
                .withPort(3_868)
                .endPort()
                .endSpec()
                .build();
        objects.publish(service, plan(mixed, "192.0.2.10"));
        assertThat(now().getStatus().getLoadBalancer().getIngress().getFirst().getPorts())
                .extracting(port -> port.getPort() + " " + port.getError())
                .containsExactly("80 null", "3868 carom.dev/ProtocolUnsupported");
    }

    @Test
    void whatIsSoAlreadyIsNotWritten() {
        Service published = objects.publish(objects.hold(service), plan(service, "192.0.2.10"));
        objects.publish(objects.hold(published), plan(published, "192.0.2.10"));
        assertThat(now().getMetadata().getResourceVersion())
                .isEqualTo(published.getMetadata().getResourceVersion());
    }

    @Test
    void aServiceThatSomebodyChangedMeanwhileIsLeftToTheNextRound() {
        cluster.services().inNamespace("shop").withName("web").edit(there -> {
            there.getMetadata().getFinalizers().add("example.com/new");
            return there;
        });
        assertThatThrownBy(() -> objects.hold(service))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(409));
        assertThat(now().getMetadata().getFinalizers()).contains("example.com/new");
    }

    @Test
    void aNoticeIsOneEventUntilItNoLongerHolds() {
        Notice notice = new Notice(Notice.Reason.NO_FREE_ADDRESS, "No address is free.");
        ServiceKey key = ClaimReader.key(service);
        ServiceEvents events = new ServiceEvents(cluster, Clock.fixed(NOON, ZoneOffset.UTC));
        events.say(key, List.of(notice));
        events.say(key, List.of(notice));
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getReason()).isEqualTo("NoFreeAddress");
            assertThat(event.getInvolvedObject().getUid()).isEqualTo(key.uid());
            assertThat(event.getLastTimestamp()).isEqualTo("2026-11-23T12:00:00Z");
        });
        new ServiceEvents(cluster, Clock.fixed(NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC))
                .say(key, List.of(notice));
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.getLastTimestamp()).isEqualTo("2026-11-23T13:00:00Z"));
    }

    private List<Event> events() {
        return cluster.v1().events().inNamespace("shop").list().getItems();
    }
}
