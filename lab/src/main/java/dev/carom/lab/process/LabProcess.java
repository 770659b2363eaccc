package dev.carom.lab.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A long-running program of the lab, its output in a log file. Not thread-safe: the lab's own thread drives it. */
public final class LabProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final String name;
    private final Path log;
    private final Process process;

    private LabProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the program; its standard output and error are appended to the log.
     *
     * @param environment added to this process's own environment
     */
    public static LabProcess start(String name, List<String> arguments, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(arguments)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new LabProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new CommandFailed(arguments, e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String logText() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the condition and fails at once, with the end of the log, when the program dies before it holds. */
    public void awaitReady(Duration limit, BooleanSupplier condition) {
        Waiting.untilTrue(name + " to be ready (log: " + log + ")", limit, () -> {
            if (!isAlive()) {
                throw new IllegalStateException(name + " ended with status " + process.exitValue() + ": " + logTail());
            }
            return condition.getAsBoolean();
        });
    }

    private String logTail() {
        String text = logText();
        return text.substring(Math.max(0, text.length() - 2000));
    }

    /** SIGKILL: the program gets no chance to clean up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and SIGKILL after the grace. */
    public void stop() {
        process.destroy();
        if (!endsWithin(GRACE)) {
            kill();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitEnd() {
        if (!endsWithin(GRACE)) {
            throw new IllegalStateException(name + " (process " + pid() + ") outlives SIGKILL");
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
