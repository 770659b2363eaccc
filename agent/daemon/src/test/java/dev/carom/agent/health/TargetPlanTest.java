package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetPlanTest {
    private static final List<NodeView.Interface> INTERFACES = List.of(States.interfaceOf("eth0"));
    private static final Backend BACKEND = States.backend("backend1", "10.9.0.11");

    @Test
    void aDsrProbeGoesToTheVipByWayOfTheBackend() {
        Target target = plan(MonitorPath.DSR, BACKEND).targets().getFirst();
        assertThat(target.address()).isEqualTo(IpAddress.parse("10.9.0.100"));
        assertThat(target.port()).isEqualTo(80);
        assertThat(target.hop())
                .contains(
                        new Target.Hop(IpAddress.parse("10.9.0.100"), BACKEND.address(), BackendKind.LOOPBACK, "eth0"));
    }

    @Test
    void aDirectProbeGoesToTheBackendsOwnAddress() {
        Target target = plan(MonitorPath.DIRECT, BACKEND).targets().getFirst();
        assertThat(target.address()).isEqualTo(BACKEND.address());
        assertThat(target.hop()).isEmpty();
        assertThat(target.decides()).isTrue();
    }

    @Test
    void ofBothPathsTheDsrOneDecides() {
        assertThat(plan(MonitorPath.BOTH, BACKEND).targets())
                .extracting(target -> target.key().path() + " " + target.decides())
                .containsExactlyInAnyOrder("DSR true", "DIRECT false");
    }

    @Test
    void aDrainingBackendIsWatchedAndADisabledOneIsNot() {
        TargetPlan plan = plan(
                MonitorPath.DSR,
                States.backend("draining", "10.9.0.11", AdminState.DRAINING),
                States.backend("departing", "10.9.0.12", AdminState.DEPARTING),
                States.backend("disabled", "10.9.0.13", AdminState.DISABLED));
        assertThat(plan.targets())
                .extracting(target -> target.key().backend())
                .containsExactly(States.id("draining"), States.id("departing"));
    }

    @Test
    void nothingIsProbedForADisabledVip() {
        DesiredState state = States.state(
                States.vip("10.9.0.100", AdminState.DISABLED),
                Monitors.monitor(MonitorType.TCP, MonitorPath.DSR),
                List.of(States.pool(States.POOL, Optional.empty(), List.of(BACKEND))));
        assertThat(TargetPlan.of(state, INTERFACES).targets()).isEmpty();
    }

    @Test
    void theBackendsOfAFallbackPoolAreProbedAndThoseOfAnUnusedPoolAreNot() {
        DesiredState state = States.state(
                States.vip("10.9.0.100", AdminState.ENABLED),
                Monitors.monitor(MonitorType.TCP, MonitorPath.DSR),
                List.of(
                        States.pool(States.POOL, Optional.of(States.id("spare")), List.of(BACKEND)),
                        States.pool(
                                States.id("spare"), Optional.empty(), List.of(States.backend("spare1", "10.9.0.21"))),
                        States.pool(
                                States.id("idle"), Optional.empty(), List.of(States.backend("idle1", "10.9.0.31")))));
        assertThat(TargetPlan.of(state, INTERFACES).targets())
                .extracting(target -> target.key().backend())
                .containsExactly(States.id("backend1"), States.id("spare1"));
    }

    @Test
    void whatThisNodeCannotProbeIsNamed() {
        assertThat(plan(MonitorPath.DSR, States.backend("far", "172.16.0.1")).errors())
                .containsExactly(new ResourceError(
                        "backends/" + States.id("far"),
                        "UNSUPPORTED_BY_NODE",
                        "no interface of this node is in its network"));
        assertThat(plan(MonitorPath.DSR, States.backend("six", "2001:db8:9::1")).errors())
                .extracting(ResourceError::message)
                .containsExactly("its address is of another family than the VIP: use DIRECT");
    }

    @Test
    void aBackendInATaggedNetworkIsNotProbedUntagged() {
        DesiredState plain =
                States.state("10.9.0.100", Monitors.monitor(MonitorType.TCP, MonitorPath.DSR), List.of(BACKEND));
        TargetPlan plan = TargetPlan.of(States.tagged(plain, 10), INTERFACES);
        assertThat(plan.targets()).isEmpty();
        assertThat(plan.errors())
                .extracting(ResourceError::message)
                .containsExactly("its network is tagged on this interface: use DIRECT");
    }

    private static TargetPlan plan(MonitorPath path, Backend... backends) {
        HealthMonitor monitor = Monitors.monitor(MonitorType.TCP, path);
        return TargetPlan.of(States.state("10.9.0.100", monitor, List.of(backends)), INTERFACES);
    }
}
