package dev.carom.lab.server;

import dev.carom.lab.Host;
import dev.carom.lab.process.LabProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Debian's nginx on a backend, with a configuration and a directory of its own. It answers {@code /} with the host's
 * name and serves the files of a directory below {@code /files/}. A single process of root: one number to kill, and no
 * change of user, which an unprivileged user namespace would refuse.
 */
public final class Nginx {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Host host;
    private final Path directory;
    private LabProcess process;

    private Nginx(Host host, Path directory) {
        this.host = host;
        this.directory = directory;
        this.process = launch();
    }

    /** Starts it and waits until it answers on the host's own address. */
    public static Nginx start(Host host, Path directory, Path files) {
        Path own = directory.resolve(host.name().label()).toAbsolutePath();
        try {
            Files.createDirectories(own.resolve("temporary"));
            Files.writeString(own.resolve("nginx.conf"), configuration(host, own, files.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nginx(host, own);
    }

    /** SIGKILL to the server process. */
    public void kill() {
        process.kill();
    }

    public void restart() {
        process = launch();
    }

    /** The access log: one line per request. */
    public List<String> requests() {
        try {
            return Files.readAllLines(directory.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LabProcess launch() {
        List<String> arguments = List.of(
                "nginx",
                "-p",
                directory + "/",
                "-c",
                directory.resolve("nginx.conf").toString(),
                "-e",
                "error.log");
        LabProcess started = host.start("nginx", arguments, Map.of());
        started.awaitReady(
                START_LIMIT,
                () -> host.run("curl", "-s", "-f", "-o", "/dev/null", "http://127.0.0.1/")
                        .succeeded());
        return started;
    }

    private static String configuration(Host host, Path own, Path files) {
        return """
                user root;
                daemon off;
                master_process off;
                pid %2$s/nginx.pid;
                events { worker_connections 16384; }
                http {
                  access_log %2$s/access.log;
                  keepalive_requests 1000000;
                  sendfile on;
                  client_body_temp_path %2$s/temporary;
                  proxy_temp_path %2$s/temporary;
                  fastcgi_temp_path %2$s/temporary;
                  uwsgi_temp_path %2$s/temporary;
                  scgi_temp_path %2$s/temporary;
                  server {
                    listen 80;
                    listen [::]:80;
                    listen 81;
                    listen [::]:81;
                    listen 8000-8010;
                    listen [::]:8000-8010;
                    default_type text/plain;
                    location / { return 200 "%1$s\\n"; }
                    location /client { return 200 "$remote_addr $server_addr\\n"; }
                    location /files/ { alias %3$s/; }
                  }
                }
                """.formatted(host.name().label(), own, files);
    }
}
