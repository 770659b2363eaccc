package dev.carom.agent.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code /metrics} for Prometheus; {@code /livez} and {@code /readyz}: 200, or 503 with the reason. */
public final class HttpEndpoints implements AutoCloseable {

    /** {@code explanation} is one line for a person. */
    public record Probe(boolean passed, String explanation) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private HttpEndpoints(HttpServer server) {
        this.server = server;
    }

    public static HttpEndpoints open(
            InetSocketAddress address, Supplier<String> metrics, Supplier<Probe> live, Supplier<Probe> ready) {
        try {
            HttpEndpoints endpoints = new HttpEndpoints(HttpServer.create(address, 0));
            endpoints.serve("/metrics", () -> new Answer(200, metrics.get()));
            endpoints.serve("/livez", () -> answer(live.get()));
            endpoints.serve("/readyz", () -> answer(ready.get()));
            endpoints.server.setExecutor(endpoints.executor);
            endpoints.server.start();
            return endpoints;
        } catch (IOException failure) {
            throw new UncheckedIOException("CAROM_HTTP_BIND: " + address + " cannot be bound", failure);
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void serve(String path, Supplier<Answer> answers) {
        server.createContext(path, exchange -> {
            boolean exact = exchange.getRequestURI().getPath().equals(path);
            write(exchange, exact ? answers.get() : new Answer(404, "not found\n"));
        });
    }

    private static Answer answer(Probe probe) {
        return new Answer(probe.passed() ? 200 : 503, probe.explanation() + "\n");
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
