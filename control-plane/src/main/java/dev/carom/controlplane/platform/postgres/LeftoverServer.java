package dev.carom.controlplane.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed control plane may leave: a server that is still shutting down, or just its {@code postmaster.pid}. */
final class LeftoverServer {
    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LeftoverServer() {}

    /** The caller holds the directory's lock, so whatever runs on the data was left behind. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = processIn(pidFile).filter(process -> worksIn(process, data));
        if (server.isPresent()) {
            log.info("Stopping the PostgreSQL server that an earlier control plane left on {}", data);
            Signals.stop(server.get(), PATIENCE);
        }
        // Its number may belong to another process by now, which would make the new server refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL makes its data directory its working directory. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            Path directory =
                    Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
            return directory.equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
