package dev.carom.agent;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code carom-agent}: exit 0 good, 1 failed, 2 usage, 3 a prerequisite is missing. */
@Command(
        name = "carom-agent",
        description = "Forwards what a Carom node group owns, and keeps the host as it found it.",
        mixinStandardHelpOptions = true,
        versionProvider = AgentMain.Version.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            CaptureCommand.class,
            HandOverCommand.class,
            DetachCommand.class
        })
public final class AgentMain {
    static final int FAILED = 1;
    static final int PREREQUISITE_MISSING = 3;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new AgentMain());
        commandLine.getCommandSpec().usageMessage().footer(Setting.help());
        return commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("carom-agent: " + failure.getMessage());
            return failure instanceof SettingsException ? PREREQUISITE_MISSING : FAILED;
        });
    }

    /** The version of the jar; a run from class files has none. */
    static String version() {
        String version = AgentMain.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"carom-agent " + version()};
        }
    }
}
