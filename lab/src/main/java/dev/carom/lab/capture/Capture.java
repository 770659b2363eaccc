package dev.carom.lab.capture;

import dev.carom.lab.Host;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A running capture on a host's {@code eth0}. dumpcap and not tcpdump: as root, tcpdump insists on changing its user,
 * which an unprivileged user namespace refuses.
 */
public final class Capture implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** dumpcap empties its ring every 100 ms at the latest, and what is in there when it ends is lost. */
    private static final Duration RING_DELAY = Duration.ofMillis(300);

    private final LabProcess process;
    private final Path file;

    private Capture(LabProcess process, Path file) {
        this.process = process;
        this.file = file;
    }

    /**
     * Starts it and returns once it captures.
     *
     * @param filter in the language of pcap-filter(7), for example {@code "tcp port 80"}
     */
    public static Capture start(Host host, Path directory, String filter) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, host.name().label() + "-", ".pcap");
            List<String> arguments = List.of(
                    "dumpcap",
                    "-q",
                    "-P",
                    "-p",
                    "-i",
                    "eth0",
                    "-s",
                    "2048",
                    "-B",
                    "32",
                    "-f",
                    filter,
                    "-w",
                    file.toString());
            LabProcess process = host.start("capture-" + file.getFileName(), arguments, Map.of());
            process.awaitReady(START_LIMIT, () -> process.logText().contains("File: "));
            return new Capture(process, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was captured until now; the capture goes on. */
    public List<Frame> frames() {
        Waiting.pause(RING_DELAY);
        return PcapFile.read(file);
    }

    /**
     * Ends the capture.
     *
     * @throws IllegalStateException if the kernel dropped frames: nothing could be said then of what was not there
     */
    public List<Frame> stop() {
        Waiting.pause(RING_DELAY);
        process.stop();
        if (!process.logText().contains("/0 (pcap:0/")) {
            throw new IllegalStateException("the capture lost frames: " + process.logText());
        }
        return PcapFile.read(file);
    }

    /** Waits until a frame of this kind is there. */
    public Frame await(String what, Duration limit, Predicate<Frame> wanted) {
        return Waiting.until(
                what, limit, () -> PcapFile.read(file).stream().filter(wanted).findFirst());
    }

    @Override
    public void close() {
        process.stop();
    }
}
