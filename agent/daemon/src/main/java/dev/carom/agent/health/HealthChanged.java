package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.Health;
import java.time.Instant;
import java.util.UUID;

/**
 * The judgement of one (listener, backend) changed.
 *
 * @param reason what the deciding probe saw, in one line for a person
 * @param since when the new judgement began
 * @param path the path whose probes decide: DSR where a monitor asks for both
 */
public record HealthChanged(
        UUID listener, UUID backend, Health health, String reason, Instant since, MonitorPath path) {}
