package dev.carom.agent;

import dev.carom.agent.status.StatusClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the running agent of this state directory examine every backend that it knows, and prints what it found. */
@Command(name = "doctor", description = "Examine every backend through every VIP, as YAML; exit 1 when one is ill.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path stateDirectory = AgentSettings.stateDirectory(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        try {
            String report = StatusClient.askDoctor(stateDirectory);
            spec.commandLine().getOut().print(report);
            spec.commandLine().getOut().flush();
            return report.startsWith(DoctorReport.SOUND) ? 0 : AgentMain.FAILED;
        } catch (IOException silent) {
            spec.commandLine()
                    .getErr()
                    .println("carom-agent: no agent runs with the state directory " + stateDirectory);
            return AgentMain.FAILED;
        }
    }
}
