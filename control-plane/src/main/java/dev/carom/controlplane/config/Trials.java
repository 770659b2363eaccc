package dev.carom.controlplane.config;

import java.time.Duration;
import java.util.Optional;

/** Lets chosen nodes try a revision before all get it. */
public interface Trials {
    /**
     * What is tried, and how.
     *
     * @param target {@code node-groups/<uuid>} or {@code nodes/<uuid>}
     * @param verifyWithin how long the nodes have to verify it
     * @param soak how long it is watched after that
     * @param healthLossPercent of what was UP on these nodes; more takes the revision back
     * @param confirmWithin once it has passed, it goes back unless somebody confirms it in time
     */
    record Trial(
            String target,
            Duration verifyWithin,
            Duration soak,
            int healthLossPercent,
            Optional<Duration> confirmWithin) {}

    /**
     * Begins one, in the transaction that makes the revision.
     *
     * @throws dev.carom.controlplane.problem.InvalidParameter if there is no such target
     * @throws dev.carom.controlplane.problem.Conflict while an earlier revision waits to be confirmed
     * @throws dev.carom.controlplane.problem.Unavailable if what was configured before has not become states for nodes
     */
    void begin(long revision, Trial trial);
}
