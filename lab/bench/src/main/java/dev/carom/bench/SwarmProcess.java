package dev.carom.bench;

import dev.carom.lab.process.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The simulated agents as the measuring process sees them: when which node heard and verified which revision. */
final class SwarmProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Map<Step, Long> nanos = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private record Step(String what, int node, long revision) {}

    private SwarmProcess(Process process) {
        this.process = process;
    }

    static SwarmProcess start(URI controlPlane, Path tokens) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            SwarmProcess swarm = new SwarmProcess(new ProcessBuilder(
                            java,
                            "-Xmx3g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Swarm.class.getName(),
                            controlPlane.toString(),
                            tokens.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            Thread.ofPlatform().daemon().name("swarm").start(swarm::listen);
            return swarm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 4);
                if (words[0].equals("received") || words[0].equals("verified")) {
                    nanos.put(
                            new Step(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2])),
                            Long.parseLong(words[3]));
                } else {
                    complain(line);
                }
            }
        } catch (IOException e) {
            complain("the agents fell silent: " + e);
        }
    }

    private synchronized void complain(String line) {
        complaints.add(line);
    }

    /** What did not go as with well agents. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Waits until so many nodes have verified a first state. */
    void awaitAll(int nodes) {
        Waiting.untilTrue(
                nodes + " simulated agents to verify",
                LIMIT,
                () -> nanos.keySet().stream()
                                .filter(step -> step.what().equals("verified"))
                                .mapToInt(Step::node)
                                .distinct()
                                .count()
                        >= nodes);
    }

    /** When the last of these nodes heard this revision; on the clock of {@link System#nanoTime}, which is the kernel's. */
    long lastReceived(int firstNode, int nodes, long revision) {
        return last("received", firstNode, nodes, revision);
    }

    long lastVerified(int firstNode, int nodes, long revision) {
        return last("verified", firstNode, nodes, revision);
    }

    private long last(String what, int firstNode, int nodes, long revision) {
        return Waiting.until("revision " + revision + " " + what, Duration.ofMinutes(1), () -> {
            List<Long> found = IntStream.range(firstNode, firstNode + nodes)
                    .mapToObj(node -> nanos.get(new Step(what, node, revision)))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            return found.size() < nodes
                    ? Optional.<Long>empty()
                    : Optional.of(
                            found.stream().mapToLong(Long::longValue).max().orElseThrow());
        });
    }

    @Override
    public void close() {
        process.destroy();
    }
}
