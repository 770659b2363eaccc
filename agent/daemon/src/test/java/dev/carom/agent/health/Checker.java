package dev.carom.agent.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The test's end of a {@link CheckingProcess}. */
final class Checker implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Checker(TestNetwork.Host host) throws IOException {
        process = host.startJava(CheckingProcess.class);
        Thread.startVirtualThread(this::readLines);
    }

    private void readLines() {
        try {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add);
        } catch (UncheckedIOException killed) {
            // Whoever waits for a line says so.
        }
    }

    void check(String arguments) {
        send("check " + arguments);
        await("applied");
    }

    /** Every line of the present state. */
    List<String> state() {
        send("state");
        List<String> answer = new ArrayList<>();
        for (String line = next("the state"); !line.equals("end"); line = next("the state")) {
            answer.add(line);
        }
        return answer;
    }

    /** Skips lines up to the one that begins so, and tells how long it took. */
    Duration await(String beginning) {
        long start = System.nanoTime();
        while (!next(beginning).startsWith(beginning)) {}
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The next {@code count} changes, sorted. */
    List<String> changes(int count) {
        List<String> seen = new ArrayList<>();
        while (seen.size() < count) {
            String line = next("change " + (seen.size() + 1) + " of " + count + " after " + seen);
            if (line.startsWith("changed ")) {
                seen.add(line.substring("changed ".length()));
            }
        }
        return seen.stream().sorted().toList();
    }

    /** The changes of this while. */
    List<String> changesWithin(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        List<String> seen = new ArrayList<>();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            String line = lines.poll(left, TimeUnit.NANOSECONDS);
            if (line != null && line.startsWith("changed ")) {
                seen.add(line);
            }
        }
        return seen;
    }

    void kill() {
        TestNetwork.kill(process);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            await("closed");
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String next(String wanted) {
        try {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no " + wanted);
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
