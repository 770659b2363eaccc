package dev.carom.controlplane.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brute force and floods, at limits that a test can reach. */
@ControlPlaneTest
@TestPropertySource(
        properties = {
            "carom.data-dir=target/limits",
            "carom.sign-in.free-failures=3",
            "carom.limits.requests-per-second=2",
            "carom.limits.burst=20"
        })
class LimitsIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void guessingIsSlowedDownAlsoWithTheRightPasswordAndForNamesThatAreNone() {
        for (String name : new String[] {"admin", "nobody-" + UUID.randomUUID()}) {
            Browser browser = new Browser(port);
            for (int i = 0; i < 3; i++) {
                assertThat(browser.signIn(name, "guess number " + i).code()).isEqualTo("SIGN_IN_FAILED");
            }
            Browser.Page refused = browser.signIn(name, "guess again");
            while (refused.code().equals("SIGN_IN_FAILED")) {
                refused = browser.signIn(name, "guess again");
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TOO_MANY_ATTEMPTS");
            assertThat(Long.parseLong(refused.header("Retry-After"))).isPositive();
        }
    }

    /** Ten times what one identity may ask: it is refused; another one, and a node's stream of states, go on. */
    @Test
    void aFloodIsRefusedAndAgentsAndOthersDoNotNotice() throws Exception {
        String group =
                admin("/node-groups", "{\"name\": \"flooded-group\"}").get("id").asString();
        JsonNode node = admin("/nodes", "{\"name\": \"flooded-node\", \"nodeGroupId\": \"" + group + "\"}");
        String flooder = admin("/tokens", "{\"name\": \"flooder\", \"role\": \"VIEWER\"}")
                .get("token")
                .asString();
        String other = admin("/tokens", "{\"name\": \"other\", \"role\": \"VIEWER\"}")
                .get("token")
                .asString();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            answers.merge(get("/api/v1/vips", flooder), 1, Integer::sum);
            if (i % 20 == 0) {
                assertThat(agent("Report", node.get("token").asString()))
                        .as("an agent's report")
                        .isEqualTo(200);
            }
        }
        assertThat(answers.keySet()).containsExactly(200, 429);
        assertThat(answers.get(429)).as("refused of 200").isPositive();
        assertThat(get("/api/v1/vips", other)).isEqualTo(200);
    }

    private int get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private int agent(String method, String token) throws IOException, InterruptedException {
        return client.send(
                        request("/carom.agent.v1.AgentService/" + method, token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private JsonNode admin(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = Conformance.checked(client.send(
                request("/api/v1" + path, AdminToken.VALUE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonMapper().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
