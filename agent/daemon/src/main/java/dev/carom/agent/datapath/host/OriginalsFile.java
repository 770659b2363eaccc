package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The originals in the state directory, written whole or not at all. */
final class OriginalsFile {
    private static final String NAME = "host-originals";

    private final Path directory;
    private final Path file;

    OriginalsFile(Path stateDirectory) {
        directory = stateDirectory;
        file = stateDirectory.resolve(NAME);
    }

    Optional<Originals> read() {
        try {
            return Files.exists(file) ? Optional.of(Originals.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException failure) {
            throw new HostChangeException("cannot read " + file, failure);
        }
    }

    /** Returns when the originals are on the disk, name and all. */
    void write(Originals originals) {
        Path draft = directory.resolve(NAME + ".new");
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(originals.toText().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        } catch (IOException failure) {
            throw new HostChangeException("cannot write " + file, failure);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new HostChangeException("cannot delete " + file, failure);
        }
    }
}
