package dev.carom.agent.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs iproute2's {@code ip} over a batch of commands: one process, however many routes. */
final class IpBatch {
    private static final long PATIENCE_SECONDS = 20;

    private IpBatch() {}

    /**
     * All commands are tried, also after one failed. Numbers are printed as numbers, whatever {@code /etc/iproute2}
     * names them.
     *
     * @param family {@code -4} or {@code -6}
     * @return standard output and standard error, in the order they were written
     * @throws IOException when {@code ip} is missing or does not end
     */
    static List<String> run(String family, List<String> commands) throws IOException {
        Process process = new ProcessBuilder("ip", "-N", family, "-force", "-batch", "-")
                .redirectErrorStream(true)
                .start();
        try {
            // Written from beside: with much to say, ip would wait for a reader while this waited for ip to read.
            Thread writer = beside("carom-ip-writer", () -> write(process, commands));
            Thread watchdog = beside("carom-ip-watchdog", () -> endAfterPatience(process));
            List<String> output =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            writer.join();
            watchdog.interrupt();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() > 128) {
                throw new IOException("ip did not end within " + PATIENCE_SECONDS + " s");
            }
            return output;
        } catch (UncheckedIOException e) {
            throw new IOException("ip stopped talking", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ip ran", e);
        }
    }

    /** Not virtual: a probe that waits in native code keeps a carrier, and a small host has one or two of them. */
    private static Thread beside(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).start(work);
    }

    private static void write(Process process, List<String> commands) {
        try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String command : commands) {
                writer.write(command);
                writer.write('\n');
            }
        } catch (IOException closed) {
            // ip ended early: what it printed says why.
        }
    }

    private static void endAfterPatience(Process process) {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            process.destroyForcibly();
        } catch (InterruptedException ended) {
            // The usual end.
        }
    }
}
