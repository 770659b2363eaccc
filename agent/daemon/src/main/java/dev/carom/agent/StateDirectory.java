package dev.carom.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The state directory, held by one agent at a time; the kernel frees it when that agent dies. */
final class StateDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private StateDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws SettingsException when it cannot be written, or another agent holds it */
    static StateDirectory hold(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new SettingsException("another agent runs with the state directory " + path
                        + ": stop it, or set CAROM_STATE_DIR to another directory");
            }
            return new StateDirectory(path, channel);
        } catch (IOException failure) {
            throw new SettingsException("CAROM_STATE_DIR: " + path + " cannot be written: " + failure.getMessage());
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
