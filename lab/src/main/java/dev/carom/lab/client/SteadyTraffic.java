package dev.carom.lab.client;

import dev.carom.lab.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** New connections with one request each, one after the other, for as long as something else happens. */
public final class SteadyTraffic implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean running = true;

    private SteadyTraffic() {}

    /** @param patience how long a request may take before it counts as failed */
    public static SteadyTraffic start(Client client, Duration patience) {
        SteadyTraffic traffic = new SteadyTraffic();
        traffic.executor.submit(() -> client.host().call(() -> {
            while (traffic.running) {
                traffic.request(client, patience);
                Waiting.pause(PAUSE);
            }
            return true;
        }));
        Waiting.untilTrue("the first answer", patience, () -> traffic.answers.get() > 0);
        return traffic;
    }

    private void request(Client client, Duration patience) {
        try {
            HttpConnection.getOnce(client.address(), client.port(), "/", patience);
            answers.incrementAndGet();
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    public int answers() {
        return answers.get();
    }

    /** Ends the traffic and returns what failed. */
    public List<String> stop() {
        running = false;
        executor.close();
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stop();
    }
}
