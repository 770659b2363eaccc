package dev.carom.lab.client;

import dev.carom.lab.Host;
import dev.carom.lab.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** The client host's user: asks one address and port who answers. */
public record Client(Host host, String address, int port) {
    /** Longer than a first retransmission of SYN (1 s): one lost packet is slow, not a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration IMPATIENCE = Duration.ofMillis(150);

    /** The name of the backend that answers a new connection; nothing if none does within 150 ms. */
    public Optional<String> whoAnswers() {
        return host.call(this::askOnce);
    }

    private Optional<String> askOnce() {
        try {
            return Optional.of(
                    HttpConnection.getOnce(address, port, "/", IMPATIENCE).text());
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    /** Asks again and again by new connections until the answer is as wanted, and returns how long that took. */
    public Duration waitForAnswer(String what, Duration limit, Predicate<Optional<String>> wanted) {
        return host.call(() -> Waiting.untilTrue(what, limit, () -> wanted.test(askOnce())));
    }

    /** Opens that many connections with one request each, and counts the answers by backend. */
    public Map<String, Integer> spread(int connections, int threads) {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        inParallel(threads, () -> {
            for (int i = 0; i < connections / threads; i++) {
                counts.merge(
                        HttpConnection.getOnce(address, port, "/", PATIENCE).text(), 1, Integer::sum);
            }
            return null;
        });
        return new TreeMap<>(counts);
    }

    /**
     * Holds that many connections at once and sends the requests one after the other on each.
     *
     * @return for each connection the names of those that answered, in order
     */
    public List<List<String>> keepAlive(int connections, int requests) {
        return inParallel(connections, () -> {
            List<String> answers = new ArrayList<>();
            try (HttpConnection connection = HttpConnection.open(address, port, PATIENCE)) {
                for (int i = 0; i < requests; i++) {
                    answers.add(connection.get("/").text());
                }
            }
            return answers;
        });
    }

    /** Each call on a thread of its own on the client host; the first failure is thrown. */
    public <T> List<T> inParallel(int threads, Callable<T> code) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> host.call(code)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
