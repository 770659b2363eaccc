package dev.carom.lab.deployment;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Output;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One agent on a balancer: started, killed and commanded as on a host of its own. */
public final class Agent {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
    /** The state below /run is the host's own: {@code ip netns exec} gives each program a mount namespace. */
    private static final String WITH_OWN_RUN_DIRECTORY = "mount --bind \"$1\" /run && shift && exec \"$@\"";

    private final Host host;
    private final Path runDirectory;
    private final Map<String, String> environment;
    private LabProcess process;

    private Agent(Lab lab, Host host, String nodeName, String token, List<String> interfaces) {
        this.host = host;
        String name = host.name().label();
        this.runDirectory = lab.scratch(name + "/run");
        this.environment = new HashMap<>(Map.of(
                "CAROM_CONTROL_PLANE",
                "http://127.0.0.1:" + Deployment.AGENT_SERVICE_PORT,
                "CAROM_NODE_NAME",
                nodeName,
                "CAROM_NODE_TOKEN",
                token,
                "CAROM_INTERFACES",
                String.join(",", interfaces),
                "CAROM_STATE_DIR",
                lab.scratch(name + "/state").toString()));
        this.process = launch();
    }

    /** Starts it and waits until it says that it is ready. */
    static Agent start(Lab lab, HostName balancer, String nodeName, String token, List<String> interfaces) {
        return new Agent(lab, lab.host(balancer), nodeName, token, interfaces);
    }

    public Host host() {
        return host;
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        process.stop();
    }

    public void restart() {
        process = launch();
    }

    /**
     * Starts it under other rights and settings, until it is restarted again.
     *
     * @param rights a command that starts another, {@code setpriv} with its options for one
     * @param settings instead of its usual ones, except its token and the directory of its state
     */
    public void restartUnder(List<String> rights, String command, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        for (String own : List.of("CAROM_NODE_TOKEN", "CAROM_STATE_DIR")) {
            all.put(own, environment.getOrDefault(own, ""));
        }
        List<String> confined = new ArrayList<>(rights);
        confined.addAll(Repository.find().agent(command));
        process = launch(confined, all, settings.get("CAROM_HTTP_BIND"));
    }

    /** What it has said since the lab began. */
    public String logText() {
        return process.logText();
    }

    /** Its numbers as they are now. */
    public AgentMetrics metrics() {
        return AgentMetrics.of(host);
    }

    /** Runs a subcommand of {@code carom-agent} beside it, for example {@code detach}. */
    public Output command(String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("env"));
        environment.forEach((key, value) -> arguments.add(key + "=" + value));
        List<String> command = new ArrayList<>(Repository.find().agent(name));
        command.addAll(List.of(options));
        arguments.addAll(onOwnHost(command));
        return host.run(COMMAND_LIMIT, arguments);
    }

    private LabProcess launch() {
        return launch(Repository.find().agent("run"), environment, "127.0.0.1:9477");
    }

    private LabProcess launch(List<String> command, Map<String, String> settings, @Nullable String endpoint) {
        LabProcess started = host.start("agent", onOwnHost(command), settings);
        started.awaitReady(
                START_LIMIT,
                () -> host.run("curl", "-s", "-f", "http://" + endpoint + "/readyz")
                        .succeeded());
        return started;
    }

    private List<String> onOwnHost(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", WITH_OWN_RUN_DIRECTORY, "sh", runDirectory.toString()));
        all.addAll(arguments);
        return all;
    }
}
