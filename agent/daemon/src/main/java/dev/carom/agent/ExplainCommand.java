package dev.carom.agent;

import dev.carom.agent.status.StatusClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running agent of this state directory where a flow goes, and prints what it says. */
@Command(
        name = "explain",
        description = "Say where the next packet of a flow goes, and why, as YAML; exit 1 when it goes nowhere.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--udp", description = "A flow of UDP; else of TCP.")
    private boolean udp;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The client's address.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String source;

    @Parameters(index = "1", paramLabel = "SOURCE_PORT")
    private int sourcePort;

    @Parameters(index = "2", paramLabel = "VIP", description = "The address that the client uses.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String destination;

    @Parameters(index = "3", paramLabel = "PORT")
    private int destinationPort;

    @Override
    public Integer call() {
        Path stateDirectory = AgentSettings.stateDirectory(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        String question =
                String.join(" ", udp ? "UDP" : "TCP", source, "" + sourcePort, destination, "" + destinationPort);
        try {
            String report = StatusClient.askExplainer(stateDirectory, question);
            spec.commandLine().getOut().print(report);
            spec.commandLine().getOut().flush();
            return report.startsWith(ExplainReport.SOMEWHERE) ? 0 : AgentMain.FAILED;
        } catch (IOException silent) {
            spec.commandLine()
                    .getErr()
                    .println("carom-agent: no agent runs with the state directory " + stateDirectory);
            return AgentMain.FAILED;
        }
    }
}
