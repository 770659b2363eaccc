package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import java.util.UUID;

/** A backend whose MAC address is wanted. It is asked for where its address is on-link, or else everywhere. */
public record NeighborTarget(UUID backend, IpAddress address) {}
