package dev.carom.controlplane.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions of people, and what attackers try with them. */
@ControlPlaneTest
class SessionIT {
    private static final String PASSWORD = "a cue, chalk and patience";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private String name = "";
    private String id = "";

    @BeforeEach
    void anEditor() throws Exception {
        name = "person-" + UUID.randomUUID();
        JsonNode user = admin("POST", "/users", "{\"name\": \"" + name + "\"}");
        id = user.get("id").asString();
        admin("POST", "/role-bindings", "{\"userId\": \"" + id + "\", \"role\": \"EDITOR\"}");
        Browser browser = new Browser(port);
        browser.signIn(name, user.get("password").asString());
        assertThat(browser.write("PUT", "/api/v1/session/password", """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(
                                        user.get("password").asString(), PASSWORD))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theCookieIsForTheBrowserAlone() {
        Browser.Page page = new Browser(port).signIn(name, PASSWORD);
        assertThat(page.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("carom_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aSignedInBrowserOpensPagesAndReadsTogetherMoreThanThePoolHasConnections() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        List<Callable<Integer>> requests = IntStream.range(0, 60)
                .mapToObj(number ->
                        List.of("/vips", "/api/v1/vips", "/api/v1/topology").get(number % 3))
                .<Callable<Integer>>map(path -> () -> browser.get(path).status())
                .toList();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : together.invokeAll(requests, 60, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void aForgedWriteIsRefused() {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        assertThat(browser.forged("POST", "/api/v1/pools", "{\"name\": \"forged\"}")
                        .code())
                .isEqualTo("CSRF");
        assertThat(browser.forged("DELETE", "/api/v1/session?everywhere=true", null)
                        .code())
                .isEqualTo("CSRF");
        assertThat(new Browser(port).forged("POST", "/api/v1/session", "{}").status())
                .isIn(401, 403);
        assertThat(browser.write("POST", "/api/v1/pools", "{\"name\": \"pool-" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theTokenForWritesStaysAsLongAsTheSessionAndIsAnotherAfterASignIn() {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        String token = browser.cookie("XSRF-TOKEN");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/vips").status()).isEqualTo(200);
        assertThat(browser.cookie("XSRF-TOKEN"))
                .as("a write that is on its way while something is read must not be refused")
                .isNotNull()
                .isEqualTo(token);
        browser.signIn(name, PASSWORD);
        assertThat(browser.cookie("XSRF-TOKEN")).isNotNull().isNotEqualTo(token);
    }

    @Test
    void aSessionThatWasPlantedBeforeIsWorthNothing() {
        Browser attacker = new Browser(port);
        attacker.signIn(name, PASSWORD);
        String planted = attacker.cookie("carom_session");
        Browser victim = new Browser(port);
        victim.plant("carom_session", planted == null ? "" : planted);
        victim.signIn(name, PASSWORD);
        assertThat(victim.cookie("carom_session")).isNotEqualTo(planted);
        assertThat(attacker.get("/api/v1/vips").status()).isEqualTo(401);
        assertThat(victim.get("/api/v1/vips").status()).isEqualTo(200);
        Browser invented = new Browser(port);
        invented.plant("carom_session", "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
        assertThat(invented.get("/api/v1/vips").status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        String session = browser.cookie("carom_session");
        assertThat(browser.write("DELETE", "/api/v1/session", null).status()).isEqualTo(204);
        Browser replay = new Browser(port);
        replay.plant("carom_session", session == null ? "" : session);
        assertThat(replay.get("/api/v1/vips").status()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        Browser here = new Browser(port);
        Browser elsewhere = new Browser(port);
        here.signIn(name, PASSWORD);
        elsewhere.signIn(name, PASSWORD);
        assertThat(elsewhere.get("/api/v1/vips").status()).isEqualTo(200);
        assertThat(here.write("DELETE", "/api/v1/session?everywhere=true", null).status())
                .isEqualTo(204);
        assertThat(elsewhere.get("/api/v1/vips").status()).isEqualTo(401);
    }

    @Test
    void sessionsAreInPostgresqlSoThatReplicasShareThem() {
        new Browser(port).signIn(name, PASSWORD);
        assertThat(sql.sql("SELECT count(*) FROM spring_session WHERE principal_name = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void theTrailNamesWhoseSignInFailedButNothingElseThatWasTyped() throws Exception {
        String typed = "a-password-" + UUID.randomUUID();
        assertThat(new Browser(port).signIn(name, "a wrong guess").code()).isEqualTo("SIGN_IN_FAILED");
        assertThat(new Browser(port).signIn(typed, "a wrong guess").code()).isEqualTo("SIGN_IN_FAILED");
        JsonNode denied = admin("GET", "/audit?filter=resourceId%3D" + id + "%2Coutcome%3DDENIED", "")
                .get("items");
        assertThat(denied).hasSize(1);
        assertThat(denied.get(0).get("resourceName").asString()).isEqualTo(name);
        assertThat(denied.get(0).get("reason").asString()).isEqualTo("SIGN_IN_FAILED");
        assertThat(sql.sql("SELECT count(*) FROM audit_entry WHERE audit_entry::text LIKE '%' || :typed || '%'")
                        .param("typed", typed)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndRolesAreReadAnew() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        assertThat(browser.get("/api/v1/users").code()).isEqualTo("FORBIDDEN");
        admin("POST", "/role-bindings", "{\"userId\": \"" + id + "\", \"role\": \"ADMIN\"}");
        assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
        admin("PATCH", "/users/" + id, "{\"disabled\": true}");
        assertThat(browser.get("/api/v1/vips").status()).isEqualTo(401);
        assertThat(new Browser(port).signIn(name, PASSWORD).code()).isEqualTo("SIGN_IN_FAILED");
    }

    @Test
    void anInventedPropertyIsRefusedRatherThanAssigned() {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        assertThat(browser.write("POST", "/api/v1/session", """
                {"name": "%s", "password": "%s", "role": "ADMIN"}""".formatted(name, PASSWORD))
                        .code())
                .isEqualTo("UNKNOWN_PROPERTY");
        assertThat(browser.write("POST", "/api/v1/pools", """
                {"name": "p", "id": "%s", "version": 7}""".formatted(UUID.randomUUID()))
                        .code())
                .isEqualTo("UNKNOWN_PROPERTY");
    }

    @Test
    void noOtherSiteMayAsk() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = Conformance.checked(client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/session"))
                            .header("Origin", "https://evil.example")
                            .build(),
                    BodyHandlers.ofString()));
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    private JsonNode admin(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = Conformance.checked(client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                            .header("Authorization", AdminToken.HEADER)
                            .header("Content-Type", "application/json")
                            .header("If-Match", "*")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString()));
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return new JsonMapper().readTree(answer.body());
        }
    }
}
