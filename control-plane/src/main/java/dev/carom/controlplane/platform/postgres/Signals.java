package dev.carom.controlplane.platform.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals that Java does not send by itself. */
final class Signals {
    private Signals() {}

    /** Asks for PostgreSQL's fast shutdown (SIGINT), and kills what does not follow; committed data outlives both. */
    static void stop(ProcessHandle process, Duration patience) {
        try {
            interrupt(process.pid());
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | IOException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void interrupt(long processId) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + processId).start().waitFor();
    }
}
