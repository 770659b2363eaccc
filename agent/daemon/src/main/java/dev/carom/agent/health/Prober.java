package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import java.io.IOException;

/** Asks a backend one question. Called on a virtual thread; may block until the attempt expires. */
interface Prober {
    /** All that TCP asks; {@link TcpProbes} asks it many times at once and needs no prober for it. */
    Prober CONNECTION = attempt -> {
        attempt.connect();
        return "connected";
    };

    /**
     * What the backend answered, in one line.
     *
     * @throws WrongAnswer when it answered, but not as expected
     * @throws IOException when it did not answer
     */
    String probe(Attempt attempt) throws IOException;

    /** The backend is reachable and its answer is wrong; the message says how. */
    final class WrongAnswer extends IOException {
        private static final long serialVersionUID = 1;

        WrongAnswer(String message) {
            super(message);
        }
    }

    /** This node is the one that was not ready; nothing is learnt about the backend. */
    final class NotAsked extends IOException {
        private static final long serialVersionUID = 1;

        NotAsked(String message) {
            super(message);
        }
    }

    /** Whether this agent can ask what a monitor wants to know. */
    sealed interface Choice {
        record Known(Prober prober) implements Choice {}

        record Unsupported(String reason) implements Choice {}
    }

    static Choice of(HealthMonitor monitor) {
        try {
            return switch (monitor.type()) {
                case TCP -> new Choice.Known(CONNECTION);
                case HTTP -> new Choice.Known(HttpProber.plain(monitor.http()));
                case HTTPS -> new Choice.Known(HttpProber.secured(monitor.http()));
                case UDP ->
                    monitor.udp()
                            .<Choice>map(check -> new Choice.Known(new UdpProber(check)))
                            .orElseGet(() -> new Choice.Unsupported("a UDP monitor must say what to send"));
                case DNS -> new Choice.Known(new DnsProber());
                case ICMP -> new Choice.Known(new IcmpProber());
            };
        } catch (IllegalArgumentException malformed) {
            return new Choice.Unsupported(String.valueOf(malformed.getMessage()));
        }
    }
}
