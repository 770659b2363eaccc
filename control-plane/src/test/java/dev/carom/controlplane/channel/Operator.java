package dev.carom.controlplane.channel;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Configures by REST, as people do. Names and addresses are nobody else's: classes share the database. */
final class Operator {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final int port;

    Operator(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    /**
     * @param token proves the node to the agent service
     * @param revision the one that the node came with
     */
    record Registered(String id, String nodeGroupId, String token, long revision) {}

    Registered node(String nodeGroupId) throws IOException, InterruptedException {
        HttpResponse<String> response = send(creating("nodes", """
                {"name": "agents-node-%d", "nodeGroupId": "%s"}""".formatted(COUNT.incrementAndGet(), nodeGroupId)));
        JsonNode node = JSON.readTree(response.body());
        return new Registered(
                node.get("id").asString(),
                nodeGroupId,
                node.get("token").asString(),
                response.headers().firstValueAsLong("Carom-Revision").orElseThrow());
    }

    String nodeGroup() throws IOException, InterruptedException {
        return post("node-groups", """
                        {"name": "agents-group-%d", "networks": [{"name": "servers", "interfaceSelector": "eth0",
                          "subnets": ["172.20.0.0/16"]}]}""".formatted(COUNT.incrementAndGet()))
                .get("id")
                .asString();
    }

    String vip(String nodeGroupId) throws IOException, InterruptedException {
        int number = COUNT.incrementAndGet();
        return post("vips", """
                        {"name": "agents-vip-%d", "nodeGroupId": "%s", "address": "172.20.%d.%d"}""".formatted(number, nodeGroupId, number / 250, 1 + number % 250))
                .get("id")
                .asString();
    }

    /** @param backend of the listener's pool */
    record Service(String pool, String backend, String listener) {}

    /** A listener on port 80 with a pool of one backend. */
    Service service(String vip) throws IOException, InterruptedException {
        int number = COUNT.incrementAndGet();
        String pool = post("pools", """
                        {"name": "agents-pool-%d"}""".formatted(number)).get("id").asString();
        String backend = post("pools/" + pool + "/backends", """
                        {"name": "agents-backend-%d", "address": "172.20.200.%d"}""".formatted(number, number % 250))
                .get("id")
                .asString();
        String listener = post("vips/" + vip + "/listeners", """
                        {"name": "agents-listener-%d", "protocol": "TCP", "ports": ["80"], "poolId": "%s"}""".formatted(number, pool))
                .get("id")
                .asString();
        return new Service(pool, backend, listener);
    }

    /** Asks for an action without a body, which must begin. */
    JsonNode accepted(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(request(path).POST(BodyPublishers.noBody()).build());
        if (response.statusCode() != 202
                || response.headers().firstValue("Location").isEmpty()) {
            throw new IOException(path + " answers " + response.statusCode() + " without a place to look at");
        }
        return JSON.readTree(response.body());
    }

    /** Posts a document, however it is answered. */
    HttpResponse<String> ask(String path, String body) throws IOException, InterruptedException {
        return exchange(creating(path, body));
    }

    /** Asks for an action without a body, which must be refused; returns the problem's code. */
    String refused(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                exchange(request(path).POST(BodyPublishers.noBody()).build());
        return JSON.readTree(response.body()).get("code").asString();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET().build()).body());
    }

    /** Deletes, whatever its version, and however it is answered. */
    HttpResponse<String> remove(String path) throws IOException, InterruptedException {
        return exchange(request(path).header("If-Match", "*").DELETE().build());
    }

    /** Reads, however it is answered. */
    HttpResponse<String> look(String path) throws IOException, InterruptedException {
        return exchange(request(path).GET().build());
    }

    /** An action without a body, however it is answered. */
    HttpResponse<String> act(String path) throws IOException, InterruptedException {
        return exchange(request(path).POST(BodyPublishers.noBody()).build());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(creating(path, body)).body());
    }

    private HttpRequest creating(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Authorization", AdminToken.HEADER);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return Conformance.checked(client.send(request, BodyHandlers.ofString()));
    }
}
