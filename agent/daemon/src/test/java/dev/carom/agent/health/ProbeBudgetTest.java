package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
