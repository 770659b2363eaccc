package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One row for each mutation and each denied attempt, which nobody can take back. */
@ControlPlaneTest
class AuditIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api admin;
    private Site site;

    @BeforeEach
    void connect() {
        admin = new Api(port);
        site = Site.create(admin);
    }

    @Test
    void aMutationLeavesWhoWhatWhenceAndWhy() throws Exception {
        Api.Answer token = token("EDITOR");
        String requestId = "audit-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/vips/" + site.vip()))
                .header("Authorization", "Bearer " + token.text("token"))
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .header("X-Request-Id", requestId)
                .header("Carom-Reason", "ticket 4711")
                .method("PATCH", BodyPublishers.ofString("{\"newFlowsPerSecond\": 12}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = Conformance.checked(client.send(request, BodyHandlers.ofString()));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.headers().firstValue("X-Request-Id")).hasValue(requestId);
        }
        JsonNode row = rows("requestId", requestId).getFirst();
        assertThat(row.get("actor").asString()).isEqualTo(token.text("name"));
        assertThat(row.get("tokenId").asString()).isEqualTo(token.id());
        assertThat(row.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(row.get("request").asString()).isEqualTo("PATCH /api/v1/vips/" + site.vip());
        assertThat(row.get("outcome").asString()).isEqualTo("DONE");
        assertThat(row.get("reason").asString()).isEqualTo("ticket 4711");
        assertThat(row.get("resourceId").asString()).isEqualTo(site.vip());
        assertThat(row.get("revision").asLong()).isPositive();
        assertThat(row.get("difference").toString()).isEqualTo("{\"/newFlowsPerSecond\":{\"after\":12,\"before\":0}}");
    }

    @Test
    void whatIsRefusedChangesNothingAndLeavesNoRowOfADeed() {
        long before = count();
        site.backend("bad", site.address(100)).refused(422, "BACKEND_IS_VIP");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aDeniedAttemptLeavesARow() {
        Api.Answer viewer = token("VIEWER");
        new Api(port, viewer.text("token")).delete("/vips/" + site.vip(), "*").refused(403, "FORBIDDEN");
        JsonNode row = rows("tokenId", viewer.id()).getFirst();
        assertThat(row.get("outcome").asString()).isEqualTo("DENIED");
        assertThat(row.get("request").asString()).isEqualTo("DELETE /api/v1/vips/" + site.vip());
        assertThat(row.get("reason").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatChangesNoConfigurationLeavesARowToo() {
        admin.send("POST", "/nodes/" + site.node() + "/token", null, null).expect(200);
        assertThat(rows("resourceId", site.node()))
                .extracting(row -> row.get("action").asString())
                .contains("TOKEN_RENEWED");
    }

    @Test
    void secretsAreLeftOut() {
        Api.Answer token = token("VIEWER");
        JsonNode user = admin.post("/users", "{\"name\": \"audited-%d\"}".formatted(site.number()))
                .expect(201)
                .json();
        String node = admin.send("POST", "/nodes/" + site.node() + "/token", null, null)
                .expect(200)
                .text("token");
        String whole =
                admin.get("/audit/export?format=NDJSON").expect(200).response().body();
        assertThat(whole)
                .contains(token.text("name"), user.get("name").asString())
                .doesNotContain(token.text("token"), user.get("password").asString(), node);
    }

    @Test
    void itIsExportedAsCsvWithoutFormulas() {
        admin.post("/pools", "{\"name\": \"p-%d\"}".formatted(site.number())).expect(201);
        Api.Answer csv = admin.get("/audit/export?format=CSV").expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("carom-audit.csv");
        List<String> lines = csv.response().body().lines().toList();
        assertThat(lines.getFirst()).startsWith("id,createdAt,actor,tokenId");
        assertThat(lines).hasSizeGreaterThan((int) count());
    }

    @Test
    void theRoleThatServesRequestsCannotTakeARowBack() {
        for (String statement :
                List.of("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> sql.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        sql.sql("ALTER TABLE audit_entry DISABLE TRIGGER ALL").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    private long count() {
        return sql.sql("SELECT count(*) FROM audit_entry WHERE outcome = 'DONE'")
                .query(Long.class)
                .single();
    }

    private List<JsonNode> rows(String field, String value) {
        return admin.get("/audit/export?format=NDJSON")
                .expect(200)
                .response()
                .body()
                .lines()
                .map(line -> new tools.jackson.databind.json.JsonMapper().readTree(line))
                .filter(row -> row.path(field).asString("").equals(value))
                .toList();
    }

    private Api.Answer token(String role) {
        return admin.post("/tokens", """
                {"name": "a-%s", "role": "%s"}""".formatted(UUID.randomUUID().toString().substring(0, 18), role))
                .expect(201);
    }
}
