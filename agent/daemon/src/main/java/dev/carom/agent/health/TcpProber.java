package dev.carom.agent.health;

import java.io.IOException;
import java.time.Duration;

/** The backend accepts a connection; nothing is sent. */
final class TcpProber implements Prober {
    @Override
    public String probe(Attempt attempt) throws IOException {
        long start = System.nanoTime();
        attempt.connect();
        return "connected in %d µs"
                .formatted(Duration.ofNanos(System.nanoTime() - start).toNanos() / 1_000);
    }
}
