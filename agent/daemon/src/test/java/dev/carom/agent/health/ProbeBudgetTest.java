package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ProbeBudgetTest {
    @Test
    void aPlanWithinTheBudgetIsLeftAlone() {
        TargetPlan plan = planOf(ProbeBudget.PER_SECOND);
        assertThat(ProbeBudget.limit(plan)).isSameAs(plan);
    }

    @Test
    void whatIsAboveTheBudgetIsLeftOutAndTheErrorHasTheNumbers() {
        TargetPlan limited = ProbeBudget.limit(planOf(6_250));
        assertThat(limited.targets()).hasSize(ProbeBudget.PER_SECOND);
        assertThat(limited.errors())
                .containsExactly(new ResourceError(
                        "health-monitors",
                        "PROBE_BUDGET_EXCEEDED",
                        "6250 probes a second are asked for and a node starts 5000: 1250 of 6250 checks are left out, "
                                + "lengthen the monitors' intervals"));
    }

    /** Behind ten VIPs each backend is asked once a second, and once in ten through each VIP: twice a second in all. */
    @Test
    void aSharedServiceCountsOnceAndEachOfItsVipsEveryTenSeconds() {
        assertThat(ProbeBudget.limit(shared(10, 2_500)).errors()).isEmpty();
        assertThat(ProbeBudget.limit(shared(10, 2_501)).errors())
                .extracting(ResourceError::message)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("5002 probes a second are asked for");
    }

    private static TargetPlan shared(int vips, int backends) {
        List<Target> planned = new ArrayList<>();
        for (int backend = 0; backend < backends; backend++) {
            for (int vip = 0; vip < vips; vip++) {
                Target.Key key = new Target.Key(new UUID(1, vip), new UUID(2, backend), MonitorPath.DSR);
                IpAddress address = IpAddress.parse("10.9.1." + vip);
                planned.add(new Target(
                        key,
                        true,
                        Monitors.monitor(MonitorType.TCP, MonitorPath.DSR),
                        address,
                        80,
                        Optional.of(
                                new Target.Hop(address, IpAddress.parse("10.9.0.11"), BackendKind.LOOPBACK, "eth0"))));
            }
        }
        return new TargetPlan(planned, List.of());
    }

    /** Each is asked once a second. */
    private static TargetPlan planOf(int targets) {
        List<Target> planned = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            Target.Key key = new Target.Key(new UUID(1, i), new UUID(2, i), MonitorPath.DIRECT);
            planned.add(new Target(
                    key,
                    true,
                    Monitors.monitor(MonitorType.TCP, MonitorPath.DIRECT),
                    IpAddress.parse("10.9.0.11"),
                    80,
                    Optional.empty()));
        }
        return new TargetPlan(planned, List.of());
    }
}
