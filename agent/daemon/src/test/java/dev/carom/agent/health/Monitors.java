package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.DesiredState.UdpCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Monitors that ask every second with rise 2 and fall 3. */
final class Monitors {
    static final Duration INTERVAL = Duration.ofMillis(1000);
    static final Duration TIMEOUT = Duration.ofMillis(800);

    private Monitors() {}

    static HealthMonitor monitor(MonitorType type, MonitorPath path) {
        return monitor(type, path, "");
    }

    /** Expects this in the body of HTTP, as the host's verified certificate of HTTPS, and echoed by UDP. */
    static HealthMonitor monitor(MonitorType type, MonitorPath path, String expected) {
        boolean verified = type == MonitorType.HTTPS && !expected.isEmpty();
        HttpCheck http = verified
                ? new HttpCheck("GET", "/", expected, List.of("200"), "", true)
                : new HttpCheck("GET", "/", "", List.of("200"), expected, false);
        UdpCheck udp = new UdpCheck("c0ffee", expected);
        return new HealthMonitor(
                States.MONITOR,
                "monitor",
                type,
                path,
                INTERVAL,
                0,
                TIMEOUT,
                2,
                3,
                0,
                Optional.of(http),
                Optional.of(udp));
    }
}
