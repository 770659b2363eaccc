package dev.carom.agent.health;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.packet.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many probes a second one node starts; docs/evidence/probes.md says what they cost. */
final class ProbeBudget {
    static final int PER_SECOND = 5_000;
    /** What thousands of tenths add up to beside the truth. */
    private static final double ROUNDING = 1e-6;

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final Map<Round.Key, Set<IpAddress>> services = new HashMap<>();
    private double asked;

    private ProbeBudget() {}

    /** The plan, without what the budget does not hold: those backends stay UNKNOWN, and an error has the numbers. */
    static TargetPlan limit(TargetPlan plan) {
        ProbeBudget budget = new ProbeBudget();
        List<Target> kept = new ArrayList<>();
        for (Target target : plan.targets()) {
            budget.add(target);
            if (budget.asked <= PER_SECOND + ROUNDING) {
                kept.add(target);
            }
        }
        if (kept.size() == plan.targets().size()) {
            return plan;
        }
        List<ResourceError> errors = new ArrayList<>(plan.errors());
        errors.add(new ResourceError(
                "health-monitors",
                "PROBE_BUDGET_EXCEEDED",
                String.format(
                        Locale.ROOT,
                        "%.0f probes a second are asked for and a node starts %d: %d of %d checks are left out, "
                                + "lengthen the monitors' intervals",
                        budget.asked,
                        PER_SECOND,
                        plan.targets().size() - kept.size(),
                        plan.targets().size())));
        return new TargetPlan(kept, errors);
    }

    /** A service is asked once an interval, and from its second VIP on each of them for its presence. */
    private void add(Target target) {
        Set<IpAddress> vips = services.computeIfAbsent(RoundPlan.keyOf(target), service -> new HashSet<>());
        if (!vips.add(target.address())) {
            return;
        }
        double presence = perSecond(Presence.interval(target.monitor()));
        asked += switch (vips.size()) {
            case 1 -> perSecond(target.monitor().interval());
            case 2 -> 2 * presence;
            default -> presence;
        };
    }

    private static double perSecond(Duration interval) {
        return SECOND / interval.toNanos();
    }
}
