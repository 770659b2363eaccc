package dev.carom.lab.namespace;

import dev.carom.lab.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a lab leaves on disk so that a later run can tell a living lab from leftovers: a directory named by the lab's
 * id with the owner's identity, and one line per process that it started.
 */
public record LabRecord(String id, Path directory) {

    /** Where the records of all labs lie. */
    public static final Path ROOT = Path.of("/run/carom-lab");

    /** Files that go with the lab: states, databases, captures, what the servers serve. */
    public Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir"), "carom-lab-" + id);
    }

    /** Claims an id for the living process: the first that is free. */
    public static LabRecord claim(Path root) {
        String base = Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);
        for (char sequence = 'a'; sequence <= 'z'; sequence++) {
            LabRecord candidate = new LabRecord(base + sequence, root.resolve(base + sequence));
            if (candidate.create(ProcessIdentity.current())) {
                return candidate;
            }
        }
        throw new IllegalStateException("this process has 26 labs already");
    }

    /**
     * Claims a chosen id for another process.
     *
     * @return false if the id is taken
     */
    boolean create(ProcessIdentity owner) {
        try {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory);
            Files.writeString(ownerFile(), owner.line());
            return true;
        } catch (FileAlreadyExistsException ignored) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record the lab", e);
        }
    }

    /** All records below the root, of living and dead owners. */
    static List<LabRecord> all(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .map(path -> new LabRecord(path.getFileName().toString(), path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record whose owner is not written yet belongs to a lab that is just starting. */
    boolean isAbandoned() {
        List<ProcessIdentity> owner = identities(ownerFile());
        return !owner.isEmpty() && !owner.getFirst().isAlive();
    }

    public void addProcess(long pid) {
        ProcessIdentity.of(pid).ifPresent(identity -> {
            try {
                Files.writeString(
                        processFile(), identity.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    List<ProcessIdentity> processes() {
        return identities(processFile());
    }

    public void delete() {
        try {
            deleteTree(scratch());
            Files.deleteIfExists(processFile());
            Files.deleteIfExists(ownerFile());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path ownerFile() {
        return directory.resolve("owner");
    }

    private Path processFile() {
        return directory.resolve("processes");
    }

    private static List<ProcessIdentity> identities(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(ProcessIdentity::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
