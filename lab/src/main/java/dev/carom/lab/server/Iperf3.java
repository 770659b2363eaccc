package dev.carom.lab.server;

import dev.carom.lab.Host;
import dev.carom.lab.process.LabProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Debian's iperf3 as a server on one address: on any, it would answer UDP from the host's own. */
public final class Iperf3 {
    public static final int PORT = 5201;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private Iperf3() {}

    /** Starts it and waits until it listens. */
    public static LabProcess start(Host host, String address) {
        LabProcess server = host.start(
                "iperf3-" + address.replace(':', '_'),
                List.of("iperf3", "--server", "--bind", address, "--forceflush"),
                Map.of());
        server.awaitReady(START_LIMIT, () -> server.logText().contains("Server listening"));
        return server;
    }
}
