package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static dev.carom.controlplane.kubernetes.service.Plans.EDGE;
import static dev.carom.controlplane.kubernetes.service.Plans.EMPTY;
import static dev.carom.controlplane.kubernetes.service.Plans.WORKERS;
import static dev.carom.controlplane.kubernetes.service.Plans.asking;
import static dev.carom.controlplane.kubernetes.service.Plans.holding;
import static dev.carom.controlplane.kubernetes.service.Plans.notice;
import static dev.carom.controlplane.kubernetes.service.Plans.plan;
import static dev.carom.controlplane.kubernetes.service.Plans.plans;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.address.IpAddress;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which address a Service gets, and what it hears when it gets none. */
class AddressBookTest {
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
    void aPoolOfAnUnknownNodeGroupIsSaid() {
        ServicePlan plan = plans(new Ground(Map.of(), Map.of(), Map.of()), WORKERS, List.of(service("web")))
                .getFirst();
        assertThat(plan.addresses()).isEmpty();
        assertThat(notice(plan, Notice.Reason.NODE_GROUP_UNKNOWN).message()).contains("public", "edge");
    }
}
