package dev.carom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST with a clock beside it. Whatever is asked must succeed. */
final class Rest {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String token;

    /** @param root with the slash at its end */
    Rest(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /**
     * What was answered.
     *
     * @param sentAt on the clock of {@link System#nanoTime}
     * @param nanos until the whole answer was there
     */
    record Answer(JsonNode body, long revision, long sentAt, long nanos) {
        String text(String property) {
            return body.get(property).asString();
        }
    }

    Answer get(String path) {
        return send("GET", path, "", "application/json");
    }

    Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, JSON.writeValueAsString(body), "application/merge-patch+json");
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "application/json");
    }

    private Answer send(String method, String path, String body, String contentType) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET") && !method.equals("POST")) {
            builder.header("If-Match", "*");
        }
        return exchange(method + " " + path, builder.build());
    }

    private Answer exchange(String what, HttpRequest request) {
        try {
            long sentAt = System.nanoTime();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            long nanos = System.nanoTime() - sentAt;
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(what + ": " + response.statusCode() + " " + response.body());
            }
            String text = response.body();
            return new Answer(
                    text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text),
                    response.headers().firstValueAsLong("Carom-Revision").orElse(0),
                    sentAt,
                    nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
