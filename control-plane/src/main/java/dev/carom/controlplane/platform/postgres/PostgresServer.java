package dev.carom.controlplane.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The running server. Its thread lives as long as this process does, because the server dies with that thread. */
final class PostgresServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final Path logFile;

    private PostgresServer(Process process, int port, Path logFile) {
        this.process = process;
        this.port = port;
        this.logFile = logFile;
    }

    static PostgresServer start(PostgresProgram program, Path data, Path logFile) throws IOException {
        int port = freePort();
        List<String> command = ChildCommand.of(List.of(
                program.executable("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "log_timezone=UTC"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(logFile.toFile());
        return new PostgresServer(spawnedByLastingThread(builder), port, logFile);
    }

    private static Process spawnedByLastingThread(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("embedded-postgres").start(() -> {
            try {
                Process process = builder.start();
                started.complete(process);
                process.waitFor();
            } catch (IOException | InterruptedException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    int port() {
        return port;
    }

    long processId() {
        return process.pid();
    }

    /** Waits, as long as the server lives, until it has recovered and takes connections. */
    void awaitReady(String jdbcUrl, String user, String password) {
        while (true) {
            try {
                DriverManager.getConnection(jdbcUrl, user, password).close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new EmbeddedPostgresException("The embedded database did not start: " + lastLines(), e);
                }
                if ("28P01".equals(e.getSQLState())) {
                    throw new EmbeddedPostgresException("The embedded database refuses the password beside it.", e);
                }
            }
            pause();
        }
    }

    void stop() {
        Signals.stop(process.toHandle(), PATIENCE);
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(logFile);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "no log, " + e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while the embedded database started.", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
