package dev.carom.agent.forwarding;

import java.time.Duration;

/**
 * @param flowCapacity flows remembered at most; 72 bytes of native memory each
 * @param protectedFlowsPerSourcePrefix how many protected flows one IPv4 /24 or IPv6 /64 may hold
 * @param rejectsPerSecond RST and unreachable answers a second over all VIPs
 */
public record ForwarderSettings(
        int flowCapacity, FlowTimeouts timeouts, int protectedFlowsPerSourcePrefix, int rejectsPerSecond) {

    /** How long a flow is remembered after its last client packet. */
    public record FlowTimeouts(Duration synSeen, Duration established, Duration closing, Duration udp) {}

    public static ForwarderSettings defaults() {
        return new ForwarderSettings(
                1 << 20,
                new FlowTimeouts(
                        Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(30), Duration.ofSeconds(60)),
                1 << 16,
                100);
    }

    public ForwarderSettings withFlowCapacity(int flows) {
        return new ForwarderSettings(flows, timeouts, protectedFlowsPerSourcePrefix, rejectsPerSecond);
    }
}
