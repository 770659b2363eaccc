package dev.carom.lab.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A short-lived program: it is run, waited for, and its output kept. */
public record Command(List<String> arguments, String input, Duration limit) {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    public static Command of(List<String> arguments) {
        return new Command(arguments, "", DEFAULT_LIMIT);
    }

    /** The lines go to the program's standard input. */
    public Command withInput(List<String> lines) {
        return new Command(arguments, String.join("\n", lines) + "\n", limit);
    }

    public Command within(Duration newLimit) {
        return new Command(arguments, input, newLimit);
    }

    /**
     * Runs the program, whatever it answers.
     *
     * @throws CommandFailed if it cannot be started or has not ended within the limit
     */
    public Output run() {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Process process = new ProcessBuilder(arguments).start();
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), readers);
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), readers);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ignored) {
                // The program has ended without reading: its status tells why.
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("did not end within " + limit.toSeconds() + " s");
            }
            return new Output(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new CommandFailed(arguments, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(arguments, e);
        }
    }

    /**
     * Runs the program, which must succeed.
     *
     * @return what it printed
     * @throws CommandFailed with all that it printed
     */
    public String require() {
        Output output = run();
        if (!output.succeeded()) {
            throw new CommandFailed(arguments, output);
        }
        return output.out();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
