package dev.carom.agent;

import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.linux.PolicyRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Puts the host back as it was before the first start, also after the agent was killed. */
@Command(name = "detach", description = "Put everything on this host back as it was before the agent's first start.")
final class DetachCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path path = AgentSettings.stateDirectory(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        try (StateDirectory directory = StateDirectory.hold(path)) {
            HostState.detach(directory.path());
            new PolicyRoutes().clear();
        }
        return 0;
    }
}
