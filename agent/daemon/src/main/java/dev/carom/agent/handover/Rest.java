package dev.carom.agent.handover;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The two requests of a hand-over. */
public final class Rest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI base;
    private final String token;
    private final HttpClient http;

    /**
     * @param base of the control plane, without {@code /api/v1}
     * @param token an API token of role OPERATOR
     */
    public Rest(URI base, String token, SSLContext trust) {
        this.base = base;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** @throws IOException if there is no such node, or the control plane refuses or does not answer */
    public String nodeId(String name) throws IOException, InterruptedException {
        String filter = URLEncoder.encode("name=\"" + name + "\"", StandardCharsets.UTF_8);
        if (send(request("/nodes?filter=" + filter).GET()).get("items") instanceof List<?> items
                && items.size() == 1
                && items.getFirst() instanceof Map<?, ?> node) {
            return String.valueOf(node.get("id"));
        }
        throw new IOException("the control plane knows no node " + name);
    }

    /** How many virtual routers moved to a peer. */
    public int handOver(String nodeId) throws IOException, InterruptedException {
        Map<?, ?> answer = send(request("/nodes/" + nodeId + "/hand-over").POST(BodyPublishers.noBody()));
        return answer.get("moved") instanceof List<?> moved ? moved.size() : 0;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    /** JSON is YAML too, and a YAML reader is here already. */
    private Map<?, ?> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the control plane answers " + answer.statusCode() + ": " + answer.body());
        }
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.body());
        return document instanceof Map<?, ?> object ? object : Map.of();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
