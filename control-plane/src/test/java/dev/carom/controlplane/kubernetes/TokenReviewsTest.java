package dev.carom.controlplane.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers as an API server gives them. */
@SuppressWarnings("NullAway.Init")
class TokenReviewsTest {
    private static final String AGENT = "system:serviceaccount:carom-system:lb-carom-agent";

    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicReference<String> request = new AtomicReference<>("");
    private HttpServer server;
    private KubernetesClient client;
    private TokenReviews reviews;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/apis/authentication.k8s.io/v1/tokenreviews", exchange -> {
            request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 500 : 201, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        reviews = new TokenReviews(client, new KubernetesProperties("carom", "carom-system:lb-carom-agent"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void theNodeOfTheAgentsPodIsNamed() {
        answer.set(reviewed(true, AGENT, "carom", "worker-1"));
        assertThat(reviews.nodeName("ey.token")).contains("worker-1");
        assertThat(request.get()).contains("\"token\":\"ey.token\"", "\"audiences\":[\"carom\"]");
    }

    @Test
    void nobodyElseIsTakenForANode() {
        answer.set(reviewed(false, AGENT, "carom", "worker-1"));
        assertThat(reviews.nodeName("expired")).isEmpty();
        answer.set(reviewed(true, "system:serviceaccount:default:default", "carom", "worker-1"));
        assertThat(reviews.nodeName("another account")).isEmpty();
        answer.set(reviewed(true, AGENT, "vault", "worker-1"));
        assertThat(reviews.nodeName("another audience")).isEmpty();
    }

    @Test
    void aTokenThatIsBoundToNoPodNamesNoNode() {
        answer.set(reviewed(true, AGENT, "carom", ""));
        assertThat(reviews.nodeName("unbound")).isEmpty();
    }

    @Test
    void aClusterThatDoesNotAnswerLetsNobodyIn() {
        assertThat(reviews.nodeName("any")).isEmpty();
    }

    private static String reviewed(boolean authenticated, String username, String audience, String node) {
        String extra = node.isEmpty() ? "{}" : "{\"authentication.kubernetes.io/node-name\": [\"" + node + "\"]}";
        return """
                {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenReview", "spec": {"token": "x"},
                 "status": {"authenticated": %s, "audiences": ["%s"],
                   "user": {"username": "%s", "extra": %s}}}
                """.formatted(authenticated, audience, username, extra);
    }
}
