package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.linux.PolicyRoutes.HostRoute;
import dev.carom.agent.linux.PolicyRoutes.PortRule;
import dev.carom.agent.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringPlanTest {
    private static final Target.Hop FIRST = hop("10.9.0.100", "10.9.0.11");
    private static final Target.Hop SECOND = hop("10.9.0.100", "10.9.0.12");
    private static final Target.Hop OTHER_VIP = hop("10.9.0.101", "10.9.0.12");

    @Test
    void eachBackendOfAVipHasATableAndVipsShareThem() {
        SteeringPlan plan = SteeringPlan.EMPTY.with(List.of(FIRST, SECOND, OTHER_VIP));
        assertThat(plan.steering().rules())
                .containsExactlyInAnyOrder(
                        new PortRule(true, 61_000, 61_039, 74_700), new PortRule(true, 61_040, 61_079, 74_701));
        assertThat(plan.steering().routes())
                .containsExactlyInAnyOrder(route(FIRST, 74_700), route(SECOND, 74_701), route(OTHER_VIP, 74_700));
    }

    @Test
    void aHopKeepsItsTableWhenAnotherGoes() {
        SteeringPlan plan = SteeringPlan.EMPTY.with(List.of(FIRST, SECOND)).with(List.of(SECOND));
        assertThat(plan.tableOf(SECOND)).hasValue(74_701);
        assertThat(plan.tableOf(FIRST)).isEmpty();
        assertThat(plan.with(List.of(SECOND, FIRST)).tableOf(FIRST)).hasValue(74_700);
    }

    @Test
    void theHundredAndFirstBackendOfAVipHasNone() {
        List<Target.Hop> hops = new ArrayList<>();
        for (int i = 0; i <= SteeringPlan.SLOTS; i++) {
            hops.add(hop("10.9.0.100", "10.9.1." + i));
        }
        SteeringPlan plan = SteeringPlan.EMPTY.with(hops);
        assertThat(plan.slots()).hasSize(SteeringPlan.SLOTS);
        assertThat(plan.slotOf(hops.getLast())).isEmpty();
    }

    @Test
    void aProbeThroughKubeProxyMayBeRoutedOnToAPod() {
        Target.Hop hop = new Target.Hop(FIRST.vip(), FIRST.backend(), BackendKind.KUBE_PROXY, "eth0");
        assertThat(SteeringPlan.EMPTY.with(List.of(hop)).steering().routes())
                .containsExactly(new HostRoute(hop.vip(), hop.backend(), "eth0", 74_700, 0));
    }

    @Test
    void theLastPortIsAPort() {
        assertThat(SourcePorts.firstOf(SteeringPlan.SLOTS - 1) + SourcePorts.PER_SLOT - 1)
                .isLessThan(65_536);
    }

    @Test
    void aPortIsTakenOncePerDestinationUntilItIsGivenBack() {
        SourcePorts ports = new SourcePorts();
        IpAddress vip = IpAddress.parse("10.9.0.100");
        List<SourcePorts.Lease> leases = new ArrayList<>();
        for (int i = 0; i < SourcePorts.PER_SLOT; i++) {
            leases.add(ports.lease(1, vip, 80).orElseThrow());
        }
        assertThat(leases).doesNotHaveDuplicates().allMatch(lease -> lease.port() >= 61_040 && lease.port() <= 61_079);
        assertThat(ports.lease(1, vip, 80)).isEmpty();
        assertThat(ports.lease(1, vip, 443)).isPresent();
        ports.giveBack(leases.getFirst());
        assertThat(ports.lease(1, vip, 80)).contains(leases.getFirst());
    }

    private static HostRoute route(Target.Hop hop, int table) {
        return new HostRoute(hop.vip(), hop.backend(), hop.interfaceName(), table, 1);
    }

    private static Target.Hop hop(String vip, String backend) {
        return new Target.Hop(IpAddress.parse(vip), IpAddress.parse(backend), BackendKind.LOOPBACK, "eth0");
    }
}
