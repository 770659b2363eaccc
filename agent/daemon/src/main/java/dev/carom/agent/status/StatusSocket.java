package dev.carom.agent.status;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an agent listens for {@code carom-agent status}. The agent of the usual state directory has the usual place;
 * every other one listens within its own state directory, so that two agents in namespaces of one host do not meet.
 */
public final class StatusSocket {
    private static final Path USUAL_STATE_DIRECTORY = Path.of("/var/lib/carom/agent");
    private static final Path USUAL_DIRECTORY = Path.of("/run/carom");
    static final String STATUS = "agent.sock";
    static final String DOCTOR = "doctor.sock";
    static final String EXPLAIN = "explain.sock";
    static final String CAPTURE = "capture.sock";

    private StatusSocket() {}

    static UnixDomainSocketAddress forListening(Path stateDirectory, String name) {
        if (stateDirectory.equals(USUAL_STATE_DIRECTORY)) {
            try {
                Files.createDirectories(USUAL_DIRECTORY);
                return UnixDomainSocketAddress.of(USUAL_DIRECTORY.resolve(name));
            } catch (IOException notOurs) {
                // Without the right to make /run/carom the state directory serves.
            }
        }
        return UnixDomainSocketAddress.of(stateDirectory.resolve(name));
    }

    static UnixDomainSocketAddress forAsking(Path stateDirectory, String name) {
        Path usual = USUAL_DIRECTORY.resolve(name);
        boolean atUsual = stateDirectory.equals(USUAL_STATE_DIRECTORY) && Files.exists(usual);
        return UnixDomainSocketAddress.of(atUsual ? usual : stateDirectory.resolve(name));
    }
}
