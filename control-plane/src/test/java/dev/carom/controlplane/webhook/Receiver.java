package dev.carom.controlplane.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A real receiver of webhooks, on an address that the tests open to the control plane. */
public final class Receiver implements AutoCloseable {
    /** Instead of a status: the connection is cut without an answer. */
    public static final int CUT = 0;

    private final HttpServer server;
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int usual = 204;

    /** @param path with the query */
    public record Received(Instant at, String path, String id, String timestamp, String signature, String body) {}

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.66.0.1", 0), 10);
        server.createContext("/", this::receive);
        server.start();
    }

    public String url() {
        return "http://127.66.0.1:" + server.getAddress().getPort() + "/hook?from=carom";
    }

    /** What it answers next, one after the other; then 204 again. */
    public Receiver answering(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
        return this;
    }

    /** What it answers from now on. */
    public void answersAlways(int status) {
        usual = status;
    }

    /** All that came, in their order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    Instant.now(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            @Nullable Integer status = answers.poll();
            int answer = status == null ? usual : status;
            if (answer / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            if (answer != CUT) {
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
