package dev.carom.agent;

import dev.carom.agent.datapath.host.HostState;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the agent until SIGTERM or SIGINT, then hands over. */
@Command(name = "run", description = "Run the agent in the foreground; SIGTERM hands over and stops it.")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Option(
            names = "--detach-on-stop",
            description = "On stop also put everything on this host back, as `detach` does.")
    private boolean detachOnStop;

    @Override
    public Integer call() throws Exception {
        AgentSettings settings = AgentSettings.of(AgentSettings.source(System.getenv(), SettingsSource.FILE));
        CountDownLatch stopRequested = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitOrderlyStop(stopRequested, stopped), "stop"));
        try (StateDirectory directory = StateDirectory.hold(settings.stateDirectory())) {
            try (Agent agent = Agent.start(settings)) {
                LOG.info(
                        "carom-agent {} runs as {} on {}",
                        AgentMain.version(),
                        settings.nodeName(),
                        agent.interfaces());
                stopRequested.await();
            }
            if (detachOnStop) {
                HostState.detach(directory.path());
            }
            LOG.info("stopped");
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** The JVM halts when its shutdown hooks end: this one ends when the agent has. */
    private static void awaitOrderlyStop(CountDownLatch stopRequested, CountDownLatch stopped) {
        stopRequested.countDown();
        try {
            stopped.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
