package dev.carom.lab.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API, as an operator's script would use it. */
public final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int THREADS = 4;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Whoever asks may be within a host's namespace: a new connection is of the network of the thread that opens it, and a
     * thread of that of whoever starts it. These are started before anybody asks.
     */
    private static final ExecutorService OUTSIDE = startedThreads();

    private final URI root;
    private final Path token;

    private static ExecutorService startedThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("api-", 1).factory());
        threads.prestartAllCoreThreads();
        return threads;
    }

    /** @param token holds the administrator's token, as soon as the control plane has started for the first time */
    Api(URI root, Path token) {
        this.root = root;
        this.token = token;
    }

    boolean isUp() {
        try {
            return Files.exists(token) && send(request("node-groups").GET()).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    public Reply get(String path) {
        return mustSucceed("GET " + path, exchange(request(path).GET()));
    }

    /** A text that is no JSON, as a script. */
    public String text(String path) {
        HttpRequest request = request(path).setHeader("Accept", "text/plain").build();
        try {
            HttpResponse<String> response = outside(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("GET " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Saves what is no text in a file. */
    public Path download(String path, Path file) {
        HttpRequest request = request(path).setHeader("Accept", "*/*").build();
        try {
            HttpResponse<byte[]> response = outside(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("GET " + path + ": " + response.statusCode());
            }
            return Files.write(file, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Creates a resource, which must be accepted. */
    public Reply create(String path, Map<String, ?> resource) {
        return mustSucceed("POST " + path, post(path, resource));
    }

    /** Posts, whatever the answer. */
    public Reply post(String path, Map<String, ?> resource) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(resource))));
    }

    /** Changes the given fields of a resource as it stands now. */
    public Reply change(String path, Map<String, ?> fields) {
        return mustSucceed("PATCH " + path, patch(path, fields));
    }

    /** Changes the given fields, whatever the answer. */
    public Reply patch(String path, Map<String, ?> fields) {
        return exchange(request(path)
                .header("If-Match", get(path).entityTag())
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(fields))));
    }

    /** A query is of the deletion alone. */
    public void delete(String path) {
        String tag = get(path.replaceFirst("[?].*", "")).entityTag();
        mustSucceed(
                "DELETE " + path, exchange(request(path).header("If-Match", tag).DELETE()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The control plane wrote no token of an administrator", e);
        }
    }

    private static Reply mustSucceed(String what, Reply reply) {
        if (!reply.succeeded()) {
            throw new IllegalStateException(what + ": " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    private static Reply exchange(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new IllegalStateException(request.build().uri() + ": " + e.getMessage(), e);
        }
    }

    private static <T> HttpResponse<T> outside(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return OUTSIDE.submit(() -> CLIENT.send(request, handler)).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = outside(request.build(), BodyHandlers.ofString());
            String body = response.body();
            JsonNode json = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(""),
                    json);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
