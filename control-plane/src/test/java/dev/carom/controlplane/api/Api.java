package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the control plane as any client does. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String authorization;

    /** As an administrator. */
    Api(int port) {
        this(port, AdminToken.VALUE);
    }

    /** @param token empty: as nobody */
    Api(int port, String token) {
        base = "http://127.0.0.1:" + port + "/api/v1";
        authorization = token.isEmpty() ? "" : "Bearer " + token;
    }

    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String property) {
            return json().path(property).asString();
        }

        String id() {
            return text("id");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        long revision() {
            return Long.parseLong(header("Carom-Revision"));
        }

        String tag() {
            return header("ETag");
        }

        Answer expect(int wanted) {
            assertThat(status)
                    .as(() -> response.request() + " " + response.body())
                    .isEqualTo(wanted);
            return this;
        }

        /** A problem with this code, of the right media type, with a sentence. */
        Answer refused(int wanted, String code) {
            expect(wanted);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(text("code")).as(response.body()).isEqualTo(code);
            assertThat(text("detail")).contains(" ");
            return this;
        }

        /** The query parameter or header at fault. */
        Answer naming(String parameter) {
            assertThat(json().path("errors").path(0).path("parameter").asString())
                    .as(response.body())
                    .isEqualTo(parameter);
            return this;
        }

        Answer pointingAt(String pointer) {
            assertThat(json().path("errors").path(0).path("pointer").asString())
                    .as(response.body())
                    .isEqualTo(pointer);
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body, null);
    }

    Answer put(String path, String body, @Nullable String ifMatch) {
        return send("PUT", path, body, ifMatch);
    }

    Answer patch(String path, String body, @Nullable String ifMatch) {
        return send("PATCH", path, body, ifMatch);
    }

    Answer delete(String path, @Nullable String ifMatch) {
        return send("DELETE", path, null, ifMatch);
    }

    /** Watches what happens, from after {@code lastEventId} on, or from now. */
    EventReader watch(String query, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/events/watch" + query))
                .header("Authorization", authorization);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            return new EventReader(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Answer send(String method, String path, @Nullable String body, @Nullable String ifMatch) {
        return sendWith(ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch), method, path, body);
    }

    /** @param headers beside Content-Type, which follows from the method */
    Answer sendWith(Map<String, String> headers, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = Conformance.checked(CLIENT.send(request.build(), BodyHandlers.ofString()));
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
