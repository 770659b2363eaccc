package dev.carom.agent.traffic;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What was done for one series within about a second.
 *
 * @param ago how long ago it ended
 * @param length how long it was
 * @param flows remembered at its end; empty for VIPs, and where it is not known any more
 */
public record Moment(Duration ago, Duration length, long packets, long bytes, long newFlows, OptionalLong flows) {}
