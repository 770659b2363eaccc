package dev.carom.agent.health;

import java.time.Instant;
import java.util.List;

/** The checks that the same probe answers: those of a VIP's listeners that share a port, or all of a DIRECT one. */
record Passage(List<Check> checks) {
    Passage {
        checks = List.copyOf(checks);
    }

    Target target() {
        return checks.getFirst().target();
    }

    /** Its last probe failed. */
    boolean hasFailed() {
        return checks.getFirst().hasFailed();
    }

    /** What it was last asked speaks against what is thought of it. */
    boolean isInDoubt() {
        return checks.getFirst().own().contrary() > 0;
    }

    Instant observed() {
        return checks.getFirst().own().observed();
    }

    void observe(Observation observation, Instant now) {
        checks.forEach(check -> check.observe(observation, now));
    }
}
