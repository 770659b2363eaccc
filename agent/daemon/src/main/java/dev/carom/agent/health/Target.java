package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.packet.IpAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing to probe. Two equal targets are probed alike, so that a new state leaves the unchanged ones alone.
 *
 * @param path DSR or DIRECT; BOTH is two targets
 * @param address the VIP for DSR, the backend's own for DIRECT
 * @param hop how a DSR probe leaves this node; empty for DIRECT
 */
public record Target(Key key, boolean decides, HealthMonitor monitor, IpAddress address, int port, Optional<Hop> hop) {

    /** Empty also for an echo: it has no port to steer by, and goes past the routes. */
    Optional<Hop> steered() {
        return monitor.type() == MonitorType.ICMP ? Optional.empty() : hop;
    }

    /** What a judgement belongs to. */
    public record Key(UUID listener, UUID backend, MonitorPath path) {}

    /** A VIP by way of one backend, on the interface that meets the backend's network. */
    public record Hop(IpAddress vip, IpAddress backend, BackendKind kind, String interfaceName) {}
}
