package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.DesiredState.PortRange;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.Health;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Health checks of many listeners on one VIP, each asked once a second: {@code check VIP TYPE PORT PORTS BACKENDS};
 * {@code up} tells how many pass.
 */
final class ProbingProcess {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private ProbingProcess() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HealthChecks checks = HealthChecks.open(Clock.systemUTC(), change -> {})) {
            System.out.println("open");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(obey(checks, line.split(" ")));
            }
        }
    }

    private static String obey(HealthChecks checks, String[] words) {
        if (words[0].equals("up")) {
            return Long.toString(checks.snapshot().stream()
                    .filter(state -> state.health() == Health.UP)
                    .count());
        }
        DesiredState state = state(
                words[1],
                MonitorType.valueOf(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]));
        checks.apply(state, List.of(States.interfaceOf("eth0")));
        return "applied";
    }

    private static DesiredState state(String vip, MonitorType type, int firstPort, int ports, int backendCount) {
        HealthMonitor monitor = new HealthMonitor(
                States.MONITOR,
                "monitor",
                type,
                MonitorPath.DSR,
                INTERVAL,
                0,
                Duration.ofMillis(900),
                2,
                3,
                0,
                Optional.empty(),
                Optional.empty());
        List<Backend> backends = new ArrayList<>();
        for (int i = 0; i < backendCount; i++) {
            backends.add(States.backend("backend" + i, "10.9.0." + (101 + i)));
        }
        DesiredState one = States.state(vip, monitor, backends);
        return new DesiredState(
                one.nodeGroup(),
                one.hashKey(),
                one.networks(),
                one.vips(),
                listeners(firstPort, ports),
                one.pools(),
                one.monitors(),
                one.virtualRouters(),
                one.nodes());
    }

    private static List<Listener> listeners(int firstPort, int ports) {
        List<Listener> listeners = new ArrayList<>();
        for (int port = firstPort; port < firstPort + ports; port++) {
            listeners.add(new Listener(
                    new UUID(7, port),
                    States.VIP,
                    "port-" + port,
                    Protocol.TCP,
                    List.of(new PortRange(port, port)),
                    States.POOL,
                    AdminState.ENABLED,
                    List.of(),
                    List.of(),
                    0));
        }
        return listeners;
    }
}
