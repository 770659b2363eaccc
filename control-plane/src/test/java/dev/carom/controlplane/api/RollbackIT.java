package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The history says who, when, why and from where; any state of it can be compared with any other and come back. */
@ControlPlaneTest
class RollbackIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
    }

    @Test
    void aRevisionSaysWhyAndFromWhere() {
        long revision = api.sendWith(
                        Map.of("If-Match", "*", "Carom-Message", "Gr%C3%B6%C3%9Fer + schneller"),
                        "PATCH",
                        "/vips/" + site.vip(),
                        "{\"newFlowsPerSecond\": 5}")
                .expect(200)
                .revision();
        JsonNode told = api.get("/revisions/" + revision).expect(200).json();
        assertThat(told.get("message").asString()).isEqualTo("Größer + schneller");
        assertThat(told.get("sourceAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(told.get("actor").asString()).isNotBlank();
        api.sendWith(Map.of("If-Match", "*", "Carom-Message", "%zz"), "DELETE", "/vips/" + site.vip(), null)
                .refused(400, "MESSAGE_INVALID")
                .naming("Carom-Message");
    }

    @Test
    void anyTwoRevisionsAreCompared() {
        long start = site.backend("b", site.address(21)).expect(201).revision();
        String backend = "/backends/"
                + api.get("/backends?poolId=" + site.pool())
                        .json()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString();
        api.patch(backend, "{\"weight\": 2}", "*").expect(200);
        api.patch(backend, "{\"weight\": 3}", "*").expect(200);
        String gone = site.backend("c", site.address(22)).expect(201).id();
        long end =
                api.delete("/backends/" + gone + "?force=true", "*").expect(204).revision();
        JsonNode changes = api.get("/revisions/" + start + "/diff/" + end)
                .expect(200)
                .json()
                .get("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("before").get("weight").asInt()).isEqualTo(1);
        assertThat(changes.get(0).get("after").get("weight").asInt()).isEqualTo(3);
        JsonNode back = api.get("/revisions/" + end + "/diff/" + start)
                .expect(200)
                .json()
                .get("changes");
        assertThat(back.get(0).get("after").get("weight").asInt()).isEqualTo(1);
        api.get("/revisions/" + start + "/diff/999999999").refused(404, "NOT_FOUND");
    }

    @Test
    void rollingBackBringsEverythingBackUnderItsIdsAsANewRevision() {
        String listener = site.listen("80").expect(201).id();
        String kept = site.backend("kept", site.address(21)).expect(201).id();
        long good = api.post("/health-monitors", "{\"name\": \"monitor-%d\"}".formatted(site.number()))
                .expect(201)
                .revision();
        api.delete("/listeners/" + listener, "*").expect(204);
        api.delete("/vips/" + site.vip(), "*").expect(204);
        api.patch("/backends/" + kept, "{\"name\": \"other\", \"weight\": 7}", "*")
                .expect(200);
        site.backend("kept", site.address(22)).expect(201);
        api.patch("/pools/" + site.pool(), "{\"algorithm\": \"SOURCE_IP\"}", "*")
                .expect(200);
        long bad = api.delete("/nodes/" + site.node(), "*").expect(204).revision();

        var done = api.sendWith(Map.of(), "POST", "/revisions/" + good + "/rollback", null)
                .expect(200);
        assertThat(done.revision()).isGreaterThan(bad);
        assertThat(done.text("message")).contains("Roll back to revision " + good);
        assertThat(api.get("/vips/" + site.vip()).expect(200).text("name")).isEqualTo("vip-" + site.number());
        api.get("/listeners/" + listener).expect(200);
        api.get("/nodes/" + site.node()).expect(200);
        JsonNode backend = api.get("/backends/" + kept).expect(200).json();
        assertThat(backend.get("name").asString()).isEqualTo("kept");
        assertThat(backend.get("weight").asInt()).isEqualTo(1);
        assertThat(api.get("/backends?poolId=" + site.pool()).json().get("items"))
                .hasSize(1);
        assertThat(api.get("/pools/" + site.pool()).text("algorithm")).isEqualTo("MAGLEV");
        JsonNode rest = api.get("/revisions/" + good + "/diff/" + done.revision())
                .json()
                .get("changes");
        // Only the backend that was added since, which departs.
        assertThat(rest).hasSize(1);
        assertThat(rest.get(0).get("after").get("departing").asBoolean()).isTrue();
    }

    @Test
    void ofARevisionThatNeverWasThereIsNoWayBack() {
        String rows = Rows.of(sql);
        api.sendWith(Map.of(), "POST", "/revisions/999999999/rollback", null).refused(404, "NOT_FOUND");
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void aResourceIsCreatedUnderAnIdOfTheCallersUnlessItIsThere() {
        String path = "/pools/" + UUID.randomUUID();
        String body = "{\"name\": \"own-%d\"}".formatted(site.number());
        Map<String, String> none = Map.of("If-None-Match", "*");
        var created = api.sendWith(none, "PUT", path, body).expect(201);
        assertThat(created.header("Location")).endsWith(path);
        String rows = Rows.of(sql);
        api.sendWith(none, "PUT", path, body).refused(412, "ALREADY_THERE");
        api.sendWith(Map.of("If-None-Match", "\"1\""), "PUT", path, body).refused(428, "PRECONDITION_REQUIRED");
        api.sendWith(none, "PUT", "/backends/" + UUID.randomUUID(), "{\"name\":\"b\",\"address\":\"10.0.0.1\"}")
                .refused(404, "NOT_FOUND");
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }
}
