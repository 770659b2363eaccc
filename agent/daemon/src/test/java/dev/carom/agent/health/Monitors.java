package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Monitors that ask every 200 ms with rise 2 and fall 3. */
final class Monitors {
    static final Duration INTERVAL = Duration.ofMillis(200);
    static final Duration TIMEOUT = Duration.ofMillis(150);

    private Monitors() {}

    static HealthMonitor monitor(MonitorType type, MonitorPath path) {
        return monitor(type, path, Optional.empty());
    }

    static HealthMonitor http(MonitorPath path, String expectedBody) {
        HttpCheck check = new HttpCheck("GET", "/", "", List.of("200"), expectedBody, false);
        return monitor(MonitorType.HTTP, path, Optional.of(check));
    }

    private static HealthMonitor monitor(MonitorType type, MonitorPath path, Optional<HttpCheck> http) {
        return new HealthMonitor(
                States.MONITOR, "monitor", type, path, INTERVAL, TIMEOUT, 2, 3, 0, http, Optional.empty());
    }
}
