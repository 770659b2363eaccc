package dev.carom.lab.deployment;

import dev.carom.lab.Lab;
import dev.carom.lab.process.LabProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The control plane as a process on the machine's own loopback, with its embedded database in the lab's scratch. */
public final class ControlPlane {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Lab lab;
    private final int port;
    private final Path data;
    private final Map<String, String> environment;
    private LabProcess process;

    private ControlPlane(Lab lab, int port, int managementPort) {
        this.lab = lab;
        this.port = port;
        this.data = lab.scratch("control-plane");
        this.environment = new HashMap<>(Map.of(
                "CAROM_DATA_DIR", data.toString(),
                "SERVER_PORT", Integer.toString(port),
                "MANAGEMENT_SERVER_PORT", Integer.toString(managementPort)));
        this.process = launch();
    }

    /** Starts it on the preferred port, or on a free one if that is taken, and waits until its API answers. */
    public static ControlPlane start(Lab lab, int preferredPort) {
        int port = preferredPort != 0 && isFree(preferredPort) ? preferredPort : freePort(20_000);
        return new ControlPlane(lab, port, freePort(10_000));
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Api api() {
        return new Api(address().resolve("/api/v1/"), data.resolve("bootstrap-token"));
    }

    /** Of the user admin, until it is changed. */
    public String password() {
        return read("admin-password");
    }

    /** Of a program that may do everything, for a day. */
    public String token() {
        return read("bootstrap-token");
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Starts it again on its data. */
    public void restart() {
        process = launch();
    }

    private LabProcess launch() {
        LabProcess started = lab.start("control-plane", Repository.find().controlPlane(), environment);
        started.awaitReady(START_LIMIT, () -> api().isUp());
        return started;
    }

    /** Below those that connections come from: none of them takes it before the process does, or while that is away. */
    private static int freePort(int from) {
        return ThreadLocalRandom.current()
                .ints(from, from + 10_000)
                .filter(ControlPlane::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
