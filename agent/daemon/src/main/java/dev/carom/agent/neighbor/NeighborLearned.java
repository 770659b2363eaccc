package dev.carom.agent.neighbor;

import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.UUID;

/** A backend's MAC address; {@code age} is the time since the wire last confirmed it. */
public record NeighborLearned(UUID backend, MacAddress mac, Duration age) {}
