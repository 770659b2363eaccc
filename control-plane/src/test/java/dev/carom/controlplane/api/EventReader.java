package dev.carom.controlplane.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of server-sent events as a browser does; a thread of its own reads. */
final class EventReader implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 120;

    private final InputStream body;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    EventReader(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    /** @param id empty where the event has none */
    record Heard(String id, String type, String data) {
        static final Heard END = new Heard("", "the end of the stream", "");

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private void read() {
        String id = "";
        String type = "";
        String data = "";
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!type.isEmpty()) {
                        heard.add(new Heard(id, type, data));
                    }
                    id = "";
                    type = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                }
            }
        } catch (IOException closed) {
            heard.add(Heard.END);
            return;
        }
        heard.add(Heard.END);
    }

    /** The next event of this type; others are passed over. */
    Heard next(String type) throws InterruptedException {
        return next(event -> event.type().equals(type), type);
    }

    Heard next(Predicate<Heard> wanted, String description) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Heard next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null || next == Heard.END && !wanted.test(next)) {
                throw new AssertionError((next == null ? "nothing" : "the end") + " instead of " + description);
            }
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    /** The next such event within the time, or null; others are passed over. */
    @Nullable Heard poll(Predicate<Heard> wanted, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            Heard next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null || wanted.test(next)) {
                return next;
            }
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
