package dev.carom.lab.demo;

import dev.carom.lab.client.Client;
import dev.carom.lab.client.HttpConnection;
import dev.carom.lab.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A gentle load from the client to each service, rising and falling, so that the console shows a moving picture. One
 * thread a service on the client host; a request that fails is left out, as a person's would be.
 */
public final class LivingTraffic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** New connections a second in the middle of a wave. */
    private static final double RATE = 25;

    private static final Duration WAVE = Duration.ofSeconds(40);
    private static final int MOST_REQUESTS = 6;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean running = true;

    private LivingTraffic() {}

    /** Starts at once and sends until it is closed. */
    public static LivingTraffic start(List<Client> services) {
        LivingTraffic traffic = new LivingTraffic();
        for (int i = 0; i < services.size(); i++) {
            Client client = services.get(i);
            double phase = (double) i / services.size();
            traffic.executor.submit(() -> client.host().call(() -> traffic.send(client, phase)));
        }
        return traffic;
    }

    private boolean send(Client client, double phase) {
        for (int connection = 0; running; connection++) {
            converse(client, 1 + connection % MOST_REQUESTS);
            Waiting.pause(pauseAt(System.nanoTime(), phase));
        }
        return true;
    }

    /** One connection with that many requests. */
    private void converse(Client client, int requests) {
        try (HttpConnection connection = HttpConnection.open(client.address(), client.port(), PATIENCE)) {
            for (int i = 0; i < requests && running; i++) {
                connection.get("/");
                answers.incrementAndGet();
            }
        } catch (IOException ignored) {
            // A backend that is down or draining is what the console is there to show.
        }
    }

    static Duration pauseAt(long nanos, double phase) {
        double turns = (double) nanos / WAVE.toNanos() + phase;
        double rate = RATE * (1 + 0.6 * Math.sin(2 * Math.PI * turns));
        return Duration.ofNanos((long) (1e9 / rate));
    }

    public long answers() {
        return answers.get();
    }

    @Override
    public void close() {
        running = false;
        executor.close();
    }
}
