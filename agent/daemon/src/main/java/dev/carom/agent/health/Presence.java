package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import java.time.Duration;
import java.time.Instant;

/** Whether a backend answers on one of the VIPs that share its service; it speaks for that VIP alone. */
record Presence(Passage passage) implements Asked {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    static Duration interval(HealthMonitor monitor) {
        return monitor.interval().compareTo(SHORTEST) > 0 ? monitor.interval() : SHORTEST;
    }

    /** A connection is cheap and tells whether somebody is there; what it serves is asked of the service. */
    static MonitorType type(HealthMonitor monitor) {
        return switch (monitor.type()) {
            case TCP, HTTP, HTTPS -> MonitorType.TCP;
            case UDP, DNS, ICMP -> monitor.type();
        };
    }

    @Override
    public Passage next() {
        return passage;
    }

    @Override
    public void conclude(Passage asked, Observation seen, Instant now) {
        asked.observe(seen, now);
    }
}
