package dev.carom.agent.health;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What the end of an attempt says of the backend. */
final class ProbeOutcome {
    private static final String UNREACHABLE =
            "unreachable: its MAC address does not resolve, or it lacks the VIP and routes";

    private ProbeOutcome() {}

    static Observation of(Attempt attempt, Prober prober) {
        try {
            return new Observation.Passed(prober.probe(attempt));
        } catch (Prober.NotAsked e) {
            return new Observation.Inconclusive(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return attempt.hasExpired() ? silence(attempt) : of(e);
        }
    }

    /** What connect(2) says; the numbers are those of Linux on all machines but MIPS and SPARC. */
    static Observation ofConnect(int errno) {
        return switch (errno) {
            case 111 -> new Observation.Failed("connection refused");
            case 113 -> new Observation.Failed(UNREACHABLE);
            case 110 -> new Observation.Failed("no connection: the kernel gave up");
            case 104 -> new Observation.Failed("connection reset");
            case 101 -> new Observation.Inconclusive("Network is unreachable");
            case 100 -> new Observation.Inconclusive("Network is down");
            case 99 -> new Observation.Inconclusive("every source port of the probe is in use");
            case 23, 24 -> new Observation.Inconclusive("Too many open files");
            case 12, 105 -> new Observation.Inconclusive("No buffer space");
            case 1 -> new Observation.Inconclusive("Operation not permitted");
            default -> new Observation.Failed("errno " + errno);
        };
    }

    private static Observation silence(Attempt attempt) {
        long millis = attempt.target().monitor().timeout().toMillis();
        return new Observation.Failed(
                "no %s within %d ms".formatted(attempt.stage(), millis),
                attempt.stage().equals(Attempt.CONNECTION));
    }

    private static Observation of(IOException exception) {
        String message = String.valueOf(exception.getMessage());
        return switch (exception) {
            case Prober.WrongAnswer wrong -> new Observation.Failed(message);
            case PortUnreachableException refused -> new Observation.Failed("port unreachable");
            case NoRouteToHostException unresolved -> new Observation.Failed(UNREACHABLE);
            case ConnectException refused -> new Observation.Failed(message.toLowerCase(Locale.ROOT));
            case SSLException broken -> new Observation.Failed("TLS: " + message);
            case BindException local -> new Observation.Inconclusive(message);
            case SocketException local when isOfThisNode(message) -> new Observation.Inconclusive(message);
            default -> new Observation.Failed(message);
        };
    }

    /** Errors that name this node's lack: no route at all, no descriptors, no memory. */
    private static boolean isOfThisNode(String message) {
        return message.contains("Network is unreachable")
                || message.contains("Too many open files")
                || message.contains("No buffer space")
                || message.contains("Network is down")
                || message.contains("Operation not permitted");
    }
}
