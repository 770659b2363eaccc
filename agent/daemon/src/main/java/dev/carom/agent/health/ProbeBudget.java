package dev.carom.agent.health;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many probes a second one node starts; docs/evidence/probes.md says what they cost. */
final class ProbeBudget {
    static final int PER_SECOND = 5_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private ProbeBudget() {}

    /** The plan, without what the budget does not hold: those backends stay UNKNOWN, and an error has the numbers. */
    static TargetPlan limit(TargetPlan plan) {
        double asked =
                plan.targets().stream().mapToDouble(ProbeBudget::perSecond).sum();
        if (asked <= PER_SECOND) {
            return plan;
        }
        List<Target> kept = new ArrayList<>();
        double spent = 0;
        for (Target target : plan.targets()) {
            spent += perSecond(target);
            if (spent <= PER_SECOND) {
                kept.add(target);
            }
        }
        List<ResourceError> errors = new ArrayList<>(plan.errors());
        errors.add(new ResourceError(
                "health-monitors",
                "PROBE_BUDGET_EXCEEDED",
                String.format(
                        Locale.ROOT,
                        "%.0f probes a second are asked for and a node starts %d: %d of %d checks are left out, "
                                + "lengthen the monitors' intervals",
                        asked,
                        PER_SECOND,
                        plan.targets().size() - kept.size(),
                        plan.targets().size())));
        return new TargetPlan(kept, errors);
    }

    private static double perSecond(Target target) {
        return (double) SECOND / target.monitor().interval().toNanos();
    }
}
