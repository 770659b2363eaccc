package dev.carom.agent.health;

import dev.carom.agent.linux.PolicyRoutes;
import dev.carom.agent.linux.PolicyRoutes.Change;
import dev.carom.agent.linux.PolicyRoutes.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the policy routes as the plan wants them. Others remove such things without asking (networkd at a reload, the
 * kernel when a link goes down), so they are read back every second, and before a failed probe is believed.
 */
final class Steerer {
    private static final Logger LOG = LoggerFactory.getLogger(Steerer.class);
    private static final long FRESH_NANOS = Duration.ofMillis(250).toNanos();

    private final PolicyRoutes routes;
    private volatile SteeringPlan plan = SteeringPlan.EMPTY;
    private volatile List<String> failures = List.of();
    private long verified = System.nanoTime();
    private Set<Refused> refused = Set.of();
    private OptionalLong restored = OptionalLong.empty();

    Steerer(PolicyRoutes routes) {
        this.routes = routes;
    }

    synchronized void follow(Collection<Target.Hop> hops) {
        plan = plan.with(hops);
        reconcile();
    }

    OptionalInt slotOf(Target.Hop hop) {
        return plan.slotOf(hop);
    }

    /** What the kernel refused the last time. */
    List<String> failures() {
        return failures;
    }

    /** Reads back, and mends what is missing. */
    synchronized void verify() {
        if (plan.slots().isEmpty()) {
            return;
        }
        Change change = reconcile();
        if (change.added() > 0) {
            restored = OptionalLong.of(verified);
            LOG.warn("{} probe routes were missing and are restored", change.added());
        }
    }

    /** Whether this hop's route has been in place since then, of {@link System#nanoTime()}. */
    synchronized boolean wasIntact(Target.Hop hop, long since) {
        if (System.nanoTime() - verified > FRESH_NANOS) {
            verify();
        }
        boolean mended = restored.isPresent() && restored.getAsLong() - since >= 0;
        OptionalInt table = plan.tableOf(hop);
        return !mended && table.isPresent() && !refused.contains(new Refused(hop.vip(), table.getAsInt()));
    }

    /** Leaves no rule and no route behind. */
    synchronized void clear() {
        plan = SteeringPlan.EMPTY;
        // An interrupt is how a process is often told to end: it must not keep the routes.
        boolean interrupted = Thread.interrupted();
        reconcile();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Change reconcile() {
        Change change = attempt();
        verified = System.nanoTime();
        refused = change.refused();
        if (!change.failures().equals(failures)) {
            failures = change.failures();
            failures.forEach(failure -> LOG.error("probe routes: {}", failure));
        }
        return change;
    }

    private Change attempt() {
        try {
            return routes.apply(plan.steering());
        } catch (IOException e) {
            Set<Refused> all = plan.steering().routes().stream()
                    .map(route -> new Refused(route.destination(), route.table()))
                    .collect(Collectors.toSet());
            return new Change(0, 0, all, List.of(String.valueOf(e.getMessage())));
        }
    }
}
