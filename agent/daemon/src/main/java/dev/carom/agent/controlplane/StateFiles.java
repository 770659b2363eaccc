package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last known good states on disk: the last three, each written whole or not at all. Owned by one thread. */
final class StateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StateFiles.class);
    private static final int KEPT = 3;
    private static final String GLOB = "state-*.bin";

    private record Stored(Path path, ReceivedState state) {}

    private final Path directory;
    private final Findings findings;

    StateFiles(Path directory, Findings findings) {
        this.directory = directory;
        this.findings = findings;
    }

    /** A disk that is full or broken is a finding, and stops nothing: the state is in force all the same. */
    void save(ReceivedState state) {
        Path file = directory.resolve("state-" + state.id().revision() + ".bin");
        try {
            write(file, StateFile.encode(state));
            findings.close(FindingCode.STATE_FILE_UNWRITABLE, "");
        } catch (IOException failure) {
            LOG.error("{} was not written: {}", file, failure.toString());
            findings.open(
                    FindingCode.STATE_FILE_UNWRITABLE,
                    "",
                    "The state is in force, but is not on disk: a restart would forward by an older one",
                    file + ": " + failure,
                    "Free space below " + directory + ", or mend the file system");
        }
    }

    /** The newest whole state; one that is not whole is a finding and the one before it serves. */
    Optional<ReceivedState> newest() {
        return stored().stream().map(Stored::state).findFirst();
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path temporary = directory.resolve("state.tmp");
        Files.deleteIfExists(temporary);
        // It holds the group's hash key.
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel renamed = FileChannel.open(directory, StandardOpenOption.READ)) {
            renamed.force(true);
        }
    }

    /** Reads them all: nobody should wait for it. */
    void removeAllButNewest() {
        stored().stream().skip(KEPT).map(Stored::path).forEach(old -> {
            try {
                Files.deleteIfExists(old);
            } catch (IOException failure) {
                LOG.warn("{} was not removed: {}", old, failure.toString());
            }
        });
    }

    /** Newest first. */
    private List<Stored> stored() {
        List<Stored> stored = new ArrayList<>();
        boolean allWhole = true;
        for (Path path : paths()) {
            try {
                ReceivedState state = StateFile.decode(Files.readAllBytes(path));
                if (!state.isWhole()) {
                    throw new IOException("its hash does not match");
                }
                stored.add(new Stored(path, state));
            } catch (IOException corrupt) {
                allWhole = false;
                tellCorrupt(path, corrupt);
            }
        }
        if (allWhole) {
            findings.close(FindingCode.STATE_FILE_CORRUPT, "");
        }
        stored.sort(Comparator.comparing((Stored entry) -> entry.state().id()).reversed());
        return stored;
    }

    private List<Path> paths() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> directory
                            .getFileSystem()
                            .getPathMatcher("glob:" + GLOB)
                            .matches(path.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            LOG.error("{} cannot be read: {}", directory, unreadable.toString());
            return List.of();
        }
    }

    private void tellCorrupt(Path path, IOException corrupt) {
        LOG.error("{} is corrupt: {}", path, corrupt.getMessage());
        findings.open(
                FindingCode.STATE_FILE_CORRUPT,
                "",
                "A state on disk is corrupt; the newest whole one serves",
                path + ": " + corrupt.getMessage(),
                "Remove " + path + ", and look after the disk");
    }
}
