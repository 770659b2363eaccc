package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does beside the controller. */
record Rest(int port) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    JsonNode get(String path) {
        return send("GET", path, "", 200);
    }

    JsonNode post(String path, String body) {
        return send("POST", path, body, 201);
    }

    JsonNode patch(String path, String body) {
        return send("PATCH", path, body, 200);
    }

    void delete(String path) {
        send("DELETE", path, "", 204);
    }

    /** Those of a collection that belong to the cluster's Services. */
    List<JsonNode> owned(String collection, String cluster) {
        JsonNode items = get("/" + collection + "?labelSelector=carom.dev/owner%3Dkubernetes." + cluster)
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode send(String method, String path, String body, int expected) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", AdminToken.HEADER)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = Conformance.checked(CLIENT.send(request, BodyHandlers.ofString()));
            assertThat(response.statusCode())
                    .as(method + " " + path + ": " + response.body())
                    .isEqualTo(expected);
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
