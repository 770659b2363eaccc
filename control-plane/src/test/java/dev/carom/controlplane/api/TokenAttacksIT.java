package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is tried with tokens, paths, headers and bodies, and what comes of it. */
@ControlPlaneTest
@ExtendWith(OutputCaptureExtension.class)
class TokenAttacksIT {
    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private Api admin;

    @BeforeEach
    void connect() {
        admin = new Api(port);
    }

    @Test
    void aRevokedTokenOpensNothingAnyMore() {
        Api.Answer token = token("VIEWER", "");
        Api viewer = new Api(port, token.text("token"));
        viewer.get("/vips").expect(200);
        admin.delete("/tokens/" + token.id(), "*").expect(204);
        viewer.get("/vips").refused(401, "TOKEN_INVALID");
        assertThat(admin.get("/tokens/" + token.id()).json().has("revokedAt")).isTrue();
        assertThat(admin.get("/tokens/" + token.id()).json().has("token")).isFalse();
    }

    @Test
    void anExpiredTokenOpensNothing() {
        Api viewer = new Api(port, token("VIEWER", ", \"lifetimeSeconds\": 1").text("token"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> viewer.get("/vips").refused(401, "TOKEN_INVALID"));
    }

    @Test
    void itsLastUseIsShown() {
        Api.Answer token = token("VIEWER", "");
        assertThat(token.json().has("lastUsedAt")).isFalse();
        new Api(port, token.text("token")).get("/vips").expect(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                admin.get("/tokens/" + token.id()).json().has("lastUsedAt"))
                        .isTrue());
    }

    @Test
    void aNodesTokenOpensNothingHereAndAnOperatorsNothingThere() throws Exception {
        Site site = Site.create(admin);
        String node = admin.send("POST", "/nodes/" + site.node() + "/token", null, null)
                .expect(200)
                .text("token");
        new Api(port, node).get("/vips").refused(401, "TOKEN_INVALID");
        for (String token : new String[] {AdminToken.VALUE, node + "x", "carom_node_", ""}) {
            assertThat(agentCall("GetDesiredState", token).statusCode())
                    .as(token)
                    .isEqualTo(401);
        }
        assertThat(agentCall("Acknowledge", node, "{\"nodeId\": \"AAAAAAAAAAAAAAAAAAAAAA==\"}")
                        .statusCode())
                .as("for another node")
                .isEqualTo(403);
        assertThat(agentCall("Nothing", AdminToken.VALUE).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/..%2f..%2factuator/env",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/..;/api/v1/users",
                "/api/v1/users;.js",
                "//api/v1/users",
                "/api/v1/audit/export/../../users",
                "/api%2fv1%2fusers"
            })
    void aPathThatLeavesItsPlaceGetsNowhere(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("datasource", "\"items\"", "\tat ");
    }

    @Test
    void aPathThatCanBeReadInTwoWaysIsAProblem() {
        admin.get("/captures/%2e%2e/file").refused(400, "REQUEST_REJECTED");
        admin.get("/vips//").refused(400, "REQUEST_REJECTED");
    }

    @Test
    void injectedHeadersAndLogLinesStayOut(CapturedOutput log) throws Exception {
        String marker = "injected" + UUID.randomUUID().toString().substring(0, 8);
        String answer = raw("GET /api/v1/vips?limit=%0d%0aX-" + marker + ":1 HTTP/1.1\r\nHost: localhost\r\n"
                + "X-Request-Id: a%0d%0a" + marker + "\r\nCarom-Reason: b\tc\r\nConnection: close\r\n\r\n");
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain(marker);
        admin.post("/pools", "{\"name\": \"x\\n2026-01-01 ERROR " + marker + "\"}")
                .refused(422, "NAME_INVALID");
        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("2026-01-01 ERROR"));
    }

    @Test
    void deepAndLargeBodiesAreRefusedBeforeTheyCost() {
        admin.post("/pools", "[".repeat(100_000)).expect(400);
        admin.post("/pools", "{\"labels\":".repeat(50_000)).expect(400);
        admin.post("/pools", "{\"name\": \"" + "x".repeat(1 << 20) + "\"}").refused(413, "TOO_LARGE");
    }

    @Test
    void anAliasBombInYamlIsRefused() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n"
                    .formatted(i, i - 1));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/config"))
                .header("Authorization", AdminToken.HEADER)
                .header("Content-Type", "application/yaml")
                .header("If-Match", "*")
                .timeout(Duration.ofSeconds(30))
                .PUT(BodyPublishers.ofString(bomb.toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(Conformance.checked(client.send(request, BodyHandlers.ofString()))
                            .statusCode())
                    .isBetween(400, 499);
        }
    }

    @Test
    void nothingButHealthIsOpenOnTheManagementPort() throws Exception {
        assertThat(management("/actuator/health", "")).isEqualTo(200);
        for (String path : new String[] {"/actuator", "/actuator/prometheus", "/actuator/info"}) {
            assertThat(management(path, "")).as(path).isEqualTo(401);
        }
        assertThat(management("/actuator/prometheus", token("VIEWER", "").text("token")))
                .isEqualTo(200);
    }

    @Test
    void aFaultTellsNothingOfItsCause() {
        String body = new Api(port, "").get("/vips").expect(401).response().body();
        assertThat(body).contains("UNAUTHENTICATED").doesNotContain("trace", "Exception", "org.spring");
    }

    private int management(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private HttpResponse<String> agentCall(String method, String token) throws IOException, InterruptedException {
        return agentCall(method, token, "{}");
    }

    private HttpResponse<String> agentCall(String method, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/carom.agent.v1.AgentService/" + method))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Conformance.checked(client.send(request, BodyHandlers.ofString()));
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Api.Answer token(String role, String more) {
        return admin.post("/tokens", """
                {"name": "t-%s", "role": "%s"%s}
                """.formatted(UUID.randomUUID().toString().substring(0, 18), role, more))
                .expect(201);
    }
}
