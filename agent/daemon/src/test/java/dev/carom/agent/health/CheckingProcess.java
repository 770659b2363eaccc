package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Health checks in a process of their own, because a process's sockets live in the namespace that it was started in.
 * Reads commands from standard input: {@code check VIP,… INTERFACE TYPE PATH BODY NAME=ADDRESS…}, {@code state},
 * {@code close}; writes changes and states to standard output.
 */
final class CheckingProcess {
    private static final Map<UUID, String> NAMES = new ConcurrentHashMap<>();

    private CheckingProcess() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HealthChecks checks = HealthChecks.open(Clock.systemUTC(), CheckingProcess::print)) {
            say("open");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                obey(checks, List.of(line.split(" ")));
            }
        }
        say("closed");
    }

    private static void obey(HealthChecks checks, List<String> words) {
        if (words.getFirst().equals("state")) {
            checks.snapshot()
                    .forEach(state -> say("state %s %s %s %s"
                            .formatted(
                                    name(state.listener(), state.backend()),
                                    state.path(),
                                    state.health(),
                                    state.reason())));
            checks.errors().forEach(error -> say("error " + error.code() + " " + error.message()));
            say("end");
            return;
        }
        MonitorPath path = MonitorPath.valueOf(words.get(4));
        MonitorType type = MonitorType.valueOf(words.get(3));
        HealthMonitor monitor = Monitors.monitor(type, path, words.get(5).replace("*", ""));
        List<Backend> backends = new ArrayList<>();
        for (String pair : words.subList(6, words.size())) {
            String[] parts = pair.split("=");
            NAMES.put(States.id(parts[0]), parts[0]);
            backends.add(States.backend(parts[0], parts[1]));
        }
        List<String> vips = List.of(words.get(1).split(","));
        if (vips.size() > 1) {
            vips.forEach(vip -> NAMES.put(States.listenerOf(vip), "@" + vip));
        }
        DesiredState state = vips.size() > 1
                ? States.shared(vips, monitor, backends)
                : States.state(words.get(1), monitor, backends);
        checks.apply(state, List.of(States.interfaceOf(words.get(2))));
        say("applied");
    }

    /** With its VIP where the pool is shared by several. */
    private static String name(UUID listener, UUID backend) {
        return NAMES.getOrDefault(backend, backend.toString()) + NAMES.getOrDefault(listener, "");
    }

    private static void print(HealthChanged change) {
        say("changed %s %s %s %s"
                .formatted(name(change.listener(), change.backend()), change.path(), change.health(), change.reason()));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
