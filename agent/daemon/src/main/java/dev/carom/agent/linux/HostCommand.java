package dev.carom.agent.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program that the host keeps ({@code nft}, {@code ethtool}), for rare changes. */
public final class HostCommand {
    private static final long TIMEOUT_SECONDS = 20;

    private HostCommand() {}

    /** {@code output} holds both of the program's streams. */
    public record Result(List<String> command, long pid, int exitCode, String output) {

        /** @throws IOException when the program did not succeed; the message has the command and what it said */
        public String orThrow() throws IOException {
            if (exitCode != 0) {
                throw new IOException(
                        "`" + String.join(" ", command) + "` exited with " + exitCode + ": " + output.strip());
            }
            return output;
        }
    }

    /** @throws IOException when the program is missing or does not end within 20 s */
    public static Result run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("`" + String.join(" ", command) + "` did not end");
            }
            return new Result(command, process.pid(), process.exitValue(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while `" + String.join(" ", command) + "` ran", interrupted);
        } finally {
            process.destroy();
        }
    }

    public static Result run(String... command) throws IOException {
        return run(List.of(command), "");
    }
}
