package dev.carom.agent.health;

import dev.carom.agent.forwarding.Health;
import java.time.Instant;

/**
 * Turns observations into a judgement: {@code rise} passes in a row bring a backend up, {@code fall} failures in a row
 * bring it down, and the first probe decides at once. A pure function of (judgement, observation, time).
 */
public record Dampener(int rise, int fall) {
    public Dampener {
        if (rise < 1 || fall < 1) {
            throw new IllegalArgumentException("rise and fall count from 1: " + rise + ", " + fall);
        }
    }

    public Judgement judge(Judgement before, Observation observation, Instant now) {
        return switch (observation) {
            case Observation.Passed passed -> count(before, Health.UP, passed.reason(), now, false);
            case Observation.Failed failed -> count(before, Health.DOWN, failed.reason(), now, false);
            case Observation.Inconclusive ignored -> before;
            case Observation.Signalled signal -> signal(before, signal, now);
        };
    }

    /** Frames come by the thousand: between two probes only the first signal counts, and never as the first result. */
    private Judgement signal(Judgement before, Observation.Signalled signal, Instant now) {
        if (before.signalled() || before.health() == Health.UNKNOWN) {
            return before;
        }
        return count(before, Health.DOWN, signal.reason(), now, true);
    }

    private Judgement count(Judgement before, Health seen, String reason, Instant now, boolean signalled) {
        if (before.health() == seen) {
            return new Judgement(seen, reason, before.since(), now, 0, signalled);
        }
        int contrary = before.contrary() + 1;
        boolean decided = before.health() == Health.UNKNOWN || contrary >= (seen == Health.UP ? rise : fall);
        return decided
                ? new Judgement(seen, reason, now, now, 0, signalled)
                : new Judgement(before.health(), before.reason(), before.since(), now, contrary, signalled);
    }
}
