package dev.carom.agent;

import dev.carom.agent.status.StatusClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what the running agent of this state directory says of itself. */
@Command(name = "status", description = "Show what the running agent does, as YAML.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path stateDirectory = AgentSettings.stateDirectory(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        try {
            spec.commandLine().getOut().print(StatusClient.ask(stateDirectory));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IOException silent) {
            spec.commandLine()
                    .getErr()
                    .println("carom-agent: no agent runs with the state directory " + stateDirectory);
            return AgentMain.FAILED;
        }
    }
}
