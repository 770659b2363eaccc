package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.Health;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known of one (listener, backend) on one path.
 *
 * @param decides false for the DIRECT half of a monitor that asks for BOTH: it is there to compare
 * @param observed the last probe's end; equal to {@code since} before the first
 */
public record HealthState(
        UUID listener,
        UUID backend,
        MonitorPath path,
        boolean decides,
        Health health,
        String reason,
        Instant since,
        Instant observed) {}
