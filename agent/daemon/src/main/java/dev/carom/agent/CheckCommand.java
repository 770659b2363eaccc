package dev.carom.agent;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the settings and looks whether the host has what they name. Changes nothing. */
@Command(name = "check", description = "Tell whether this agent could run here; changes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws SocketException {
        AgentSettings settings = AgentSettings.of(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        for (String name : InterfaceChoice.onThisHost(settings)) {
            if (NetworkInterface.getByName(name) == null) {
                throw new SettingsException("CAROM_INTERFACES: this host has no interface " + name);
            }
        }
        spec.commandLine().getOut().println("The settings are good: " + settings);
        return 0;
    }
}
