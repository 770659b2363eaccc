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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The simulated agents as the measuring process sees them: when which node heard and verified which revision. */
final class SwarmProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Process process;
    private final Map<Rung, NavigableMap<Long, Long>> nanos = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** Of one node; each has the times by revision. */
    private record Rung(String what, int node) {}

    private SwarmProcess(Process process) {
        this.process = process;
    }

    static SwarmProcess start(URI controlPlane, Path tokens, Size size) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            SwarmProcess swarm = new SwarmProcess(new ProcessBuilder(
                            java,
                            "-Xmx3g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Swarm.class.getName(),
                            controlPlane.toString(),
                            tokens.toString(),
                            Integer.toString(size.nodes()))
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
                    nanos.computeIfAbsent(
                                    new Rung(words[0], Integer.parseInt(words[1])),
                                    rung -> new ConcurrentSkipListMap<>())
                            .put(Long.parseLong(words[2]), Long.parseLong(words[3]));
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

    /** From now on each node carries all VIPs of its group. */
    void carryAll() {
        try {
            process.getOutputStream().write('a');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many nodes have verified a state, and for so long none has verified another. */
    void awaitAll(int nodes, Duration quiet) {
        Waiting.untilTrue(
                nodes + " simulated agents to verify all there is",
                LIMIT,
                () -> verified().count() >= nodes
                        && verified()
                                .flatMap(times -> times.values().stream())
                                .allMatch(time -> System.nanoTime() - time > quiet.toNanos()));
    }

    private Stream<NavigableMap<Long, Long>> verified() {
        return nanos.entrySet().stream()
                .filter(entry -> entry.getKey().what().equals("verified"))
                .map(Map.Entry::getValue);
    }

    /** When the last of these nodes heard this revision, or a newer one; on the clock of {@link System#nanoTime}, which is the kernel's. */
    long lastReceived(int firstNode, int nodes, long revision) {
        return last("received", firstNode, nodes, revision);
    }

    long lastVerified(int firstNode, int nodes, long revision) {
        return last("verified", firstNode, nodes, revision);
    }

    private long last(String what, int firstNode, int nodes, long revision) {
        return Waiting.until("revision " + revision + " " + what, Duration.ofMinutes(1), () -> {
            List<Long> found = IntStream.range(firstNode, firstNode + nodes)
                    .mapToObj(node -> nanos.get(new Rung(what, node)))
                    .flatMap(times -> Optional.ofNullable(times == null ? null : times.ceilingEntry(revision)).stream())
                    .map(Map.Entry::getValue)
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
