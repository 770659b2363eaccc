package dev.carom.agent.health;

import dev.carom.agent.forwarding.Health;
import java.time.Instant;

/**
 * The state of one dampener.
 *
 * @param contrary observations in a row that contradict {@code health}
 * @param signalled a passive signal was already counted since the last probe
 * @param observed when the last observation came
 */
public record Judgement(
        Health health, String reason, Instant since, Instant observed, int contrary, boolean signalled) {

    /** Before the first observation. */
    public static Judgement unknown(String reason, Instant now) {
        return new Judgement(Health.UNKNOWN, reason, now, now, 0, false);
    }
}
