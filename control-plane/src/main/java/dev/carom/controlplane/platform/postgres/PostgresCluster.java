package dev.carom.controlplane.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The data directory: made once, whole or not at all. */
final class PostgresCluster {
    /** Major version of the server, as {@code PG_VERSION} says it. */
    static final String VERSION = "18";

    private PostgresCluster() {}

    static Path initialized(PostgresProgram program, Path home) throws IOException {
        Path data = home.resolve("data");
        if (Files.notExists(data)) {
            Path unfinished = home.resolve("data.new");
            FileSystemUtils.deleteRecursively(unfinished);
            initialize(program, unfinished, home.resolve("password"));
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        }
        requireVersion(data);
        return data;
    }

    private static void initialize(PostgresProgram program, Path data, Path passwordFile) throws IOException {
        List<String> command = ChildCommand.of(List.of(
                program.executable("initdb"),
                "--pgdata=" + data,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new EmbeddedPostgresException(
                        "The embedded database cannot be initialized in " + data.getParent() + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the embedded database was initialized", e);
        }
    }

    private static void requireVersion(Path data) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new EmbeddedPostgresException("The data in " + data + " was written by PostgreSQL " + version
                    + ", and this Carom brings PostgreSQL " + VERSION + ".");
        }
    }
}
