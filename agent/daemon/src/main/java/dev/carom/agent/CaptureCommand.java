package dev.carom.agent;

import dev.carom.agent.status.StatusClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets the running agent of this state directory capture a VIP's frames, and writes them to a file. */
@Command(
        name = "capture",
        description = "Capture a VIP's frames, as they come in and as they leave, into a pcapng file.")
final class CaptureCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "10", description = "At most 60 [${DEFAULT-VALUE}].")
    private int seconds;

    @Option(
            names = "--bytes",
            defaultValue = "1048576",
            description = "Of the file, at most 16 MiB [${DEFAULT-VALUE}].")
    private long bytes;

    @Option(names = "--filter", defaultValue = "", description = "Only these frames, as pcap-filter(7) says.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String filter;

    @Parameters(index = "0", paramLabel = "VIP")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String vip;

    @Parameters(index = "1", paramLabel = "FILE", description = "Written when the capture has ended.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Override
    public Integer call() throws IOException {
        Path stateDirectory = AgentSettings.stateDirectory(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        byte[] answer;
        try {
            String question = String.join(" ", vip, "" + seconds, "" + bytes, filter.replace('\n', ' '));
            answer = StatusClient.askForCapture(stateDirectory, question);
        } catch (IOException silent) {
            return fail("no agent runs with the state directory " + stateDirectory);
        }
        int error = CaptureReport.ERROR.length();
        String beginning = new String(answer, 0, Math.min(error, answer.length), StandardCharsets.UTF_8);
        if (answer.length == 0 || beginning.equals(CaptureReport.ERROR)) {
            return fail(new String(answer, StandardCharsets.UTF_8)
                    .substring(beginning.length())
                    .strip());
        }
        Files.write(file, answer);
        return 0;
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("carom-agent: " + why);
        return AgentMain.FAILED;
    }
}
