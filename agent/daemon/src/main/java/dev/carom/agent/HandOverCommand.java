package dev.carom.agent;

import dev.carom.agent.controlplane.ControlPlane;
import dev.carom.agent.handover.Rest;
import dev.carom.agent.status.StatusClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives this node's VIPs to a peer, and waits until the agent beside it announces none any more. */
@Command(
        name = "hand-over",
        description =
                "Move this node's VIPs to a peer by REST (CAROM_REST, CAROM_API_TOKEN_FILE), before it goes away.")
final class HandOverCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);

    @Option(names = "--within", defaultValue = "20", description = "Seconds to wait for the peer [${DEFAULT-VALUE}].")
    private int seconds;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SettingsSource source = AgentSettings.source(System.getenv(), SettingsSource.FILE);
        URI base = URI.create(required(source, Setting.CAROM_REST));
        String token = Files.readString(Path.of(required(source, Setting.CAROM_API_TOKEN_FILE)))
                .strip();
        try (Rest rest = new Rest(
                base,
                token,
                ControlPlane.Settings.trust(
                        source.get(Setting.CAROM_CONTROL_PLANE_CA_FILE).map(Path::of)))) {
            int moved = rest.handOver(rest.nodeId(required(source, Setting.CAROM_NODE_NAME)));
            if (moved > 0) {
                awaitSilence(AgentSettings.stateDirectory(source), Instant.now().plusSeconds(seconds));
            }
            spec.commandLine().getOut().println("handed over virtual routers: " + moved);
        }
        return 0;
    }

    private void awaitSilence(Path stateDirectory, Instant deadline) throws IOException, InterruptedException {
        while (announced(stateDirectory) > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("VIPs are still announced here after " + seconds + " s");
            }
            Thread.sleep(POLL);
        }
    }

    private static int announced(Path stateDirectory) throws IOException {
        Object status = new Yaml(new SafeConstructor(new LoaderOptions())).load(StatusClient.ask(stateDirectory));
        return status instanceof Map<?, ?> document && document.get("announced") instanceof List<?> vips
                ? vips.size()
                : 0;
    }

    private static String required(SettingsSource source, Setting setting) {
        return source.get(setting)
                .orElseThrow(() -> new SettingsException(setting + " is missing: carom-agent --help tells what it is"));
    }
}
