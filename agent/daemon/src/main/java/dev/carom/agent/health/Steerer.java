package dev.carom.agent.health;

import dev.carom.agent.linux.PolicyRoutes;
import dev.carom.agent.linux.PolicyRoutes.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
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
    private long broken = Long.MIN_VALUE;

    Steerer(PolicyRoutes routes) {
        this.routes = routes;
    }

    synchronized void follow(Collection<Target.Hop> hops) {
        plan = plan.with(hops);
        reconcile();
    }

    OptionalInt slotOf(Target.Hop hop) {
        Integer slot = plan.slots().get(hop);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
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
            broken = verified;
            LOG.warn("{} probe routes were missing and are restored", change.added());
        }
    }

    /** Whether everything has been in place since then, of {@link System#nanoTime()}. */
    synchronized boolean wasIntactSince(long start) {
        if (System.nanoTime() - verified > FRESH_NANOS) {
            verify();
        }
        return broken == Long.MIN_VALUE || broken - start < 0;
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
            return new Change(1, 0, List.of(String.valueOf(e.getMessage())));
        }
    }
}
