package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who has a role for one node group neither sees nor changes what belongs to another, whatever id is guessed. */
@ControlPlaneTest
class NodeGroupWallsIT {
    @LocalServerPort
    int port;

    private Api admin;
    private Site own;
    private Site foreign;
    private Api editor;

    @BeforeEach
    void twoSites() {
        admin = new Api(port);
        own = Site.create(admin);
        foreign = Site.create(admin);
        for (Site site : List.of(own, foreign)) {
            site.listen("80").expect(201);
            site.backend("server", site.address(21)).expect(201);
        }
        editor = token("EDITOR", own.group(), "{}");
    }

    @Test
    void listsHoldOnlyWhatIsOwn() {
        for (String collection : List.of("/vips", "/nodes", "/node-groups", "/pools", "/backends", "/listeners")) {
            assertThat(editor.get(collection + "?limit=500")
                            .expect(200)
                            .response()
                            .body())
                    .as(collection)
                    .doesNotContain(foreign.group(), foreign.vip(), foreign.pool());
            assertThat(names(editor, collection))
                    .as(collection)
                    .isNotEmpty()
                    .doesNotContain(
                            "vip-" + foreign.number(),
                            "pool-" + foreign.number(),
                            "node-" + foreign.number(),
                            "group-" + foreign.number());
        }
    }

    @Test
    void aGuessedIdIsNotThere() {
        String backend = backendOf(foreign);
        for (String path : List.of(
                "/vips/" + foreign.vip(),
                "/nodes/" + foreign.node(),
                "/node-groups/" + foreign.group(),
                "/pools/" + foreign.pool(),
                "/backends/" + backend)) {
            editor.get(path).refused(404, "NOT_FOUND");
            editor.patch(path, "{\"labels\": {\"taken\": \"over\"}}", "*").refused(404, "NOT_FOUND");
            editor.delete(path, "*").refused(404, "NOT_FOUND");
        }
        editor.post("/vips/" + foreign.vip() + "/listeners", """
                {"name": "mine", "ports": ["81"], "poolId": "%s"}""".formatted(own.pool()))
                .refused(404, "NOT_FOUND");
        editor.post("/pools/" + foreign.pool() + "/backends", """
                {"name": "mine", "address": "%s"}""".formatted(foreign.address(66)))
                .refused(404, "NOT_FOUND");
        token("ADMIN", own.group(), "{}")
                .send("POST", "/nodes/" + foreign.node() + "/token", null, null)
                .refused(404, "NOT_FOUND");
    }

    @Test
    void nothingIsMadeInAnotherGroupNorLedThere() {
        editor.post("/vips", """
                {"name": "vip-x-%d", "nodeGroupId": "%s", "address": "%s"}
                """.formatted(own.number(), foreign.group(), foreign.address(77)))
                .refused(422, "NODE_GROUP_UNKNOWN");
        editor.post("/node-groups", "{\"name\": \"mine-%d\"}".formatted(own.number()))
                .refused(403, "FORBIDDEN");
        editor.post("/vips/" + own.vip() + "/listeners", """
                {"name": "leak", "ports": ["81"], "poolId": "%s"}""".formatted(foreign.pool()))
                .refused(422, "POOL_UNKNOWN");
        editor.patch("/vips/" + own.vip(), "{\"nodeGroupId\": \"" + foreign.group() + "\"}", "*")
                .refused(422, "NODE_GROUP_UNKNOWN");
    }

    @Test
    void whatIsOwnCanBeChanged() {
        editor.patch("/vips/" + own.vip(), "{\"newFlowsPerSecond\": 7}", "*").expect(200);
        String pool = editor.post("/pools", "{\"name\": \"free-%d\"}".formatted(own.number()))
                .expect(201)
                .id();
        editor.post("/vips/" + own.vip() + "/listeners", """
                {"name": "second", "ports": ["81"], "poolId": "%s"}""".formatted(pool)).expect(201);
        editor.post("/pools/" + own.pool() + "/backends", """
                {"name": "more", "address": "%s"}""".formatted(own.address(22)))
                .expect(201);
        editor.delete("/backends/" + backendOf(own), "*").expect(204);
    }

    @Test
    void aPoolThatTwoGroupsShareIsChangedByWhoReachesBoth() {
        admin.post("/node-groups", "{\"name\": \"third-%d\"}".formatted(own.number()))
                .expect(201);
        String shared = admin.post("/pools", "{\"name\": \"shared-%d\"}".formatted(own.number()))
                .expect(201)
                .id();
        for (Site site : List.of(own, foreign)) {
            admin.post("/vips/" + site.vip() + "/listeners", """
                    {"name": "shared", "ports": ["82"], "poolId": "%s"}""".formatted(shared))
                    .expect(201);
        }
        editor.get("/pools/" + shared).expect(200);
        editor.patch("/pools/" + shared, "{\"drainTimeoutMs\": 1}", "*").refused(403, "FORBIDDEN");
        Api both = token("EDITOR", own.group() + "\", \"" + foreign.group(), "{}");
        both.patch("/pools/" + shared, "{\"drainTimeoutMs\": 1}", "*").expect(200);
    }

    @Test
    void anOperatorDrainsAndMovesButConfiguresNothing() {
        Api operator = token("OPERATOR", own.group(), "{}");
        String backend = "/backends/" + backendOf(own);
        operator.patch(backend, "{\"adminState\": \"DRAINING\"}", "*").expect(200);
        operator.patch(backend, "{\"adminState\": \"ENABLED\"}", "*").expect(200);
        operator.patch(backend, "{\"weight\": 7}", "*").refused(403, "FORBIDDEN");
        operator.patch("/vips/" + own.vip(), "{\"adminState\": \"DISABLED\"}", "*")
                .expect(200);
        operator.patch("/vips/" + own.vip(), "{\"newFlowsPerSecond\": 1}", "*").refused(403, "FORBIDDEN");
        operator.patch("/pools/" + own.pool(), "{\"drainTimeoutMs\": 1}", "*").refused(403, "FORBIDDEN");
        assertThat(admin.get(backend).json().get("weight").asInt()).isNotEqualTo(7);
    }

    @Test
    void aTokenWithLabelsReachesOnlyWhatCarriesThem() {
        Api labelled = token("EDITOR", "", "{\"team\": \"blue-%d\"}".formatted(own.number()));
        assertThat(labelled.get("/vips").expect(200).json().get("items")).isEmpty();
        labelled.get("/vips/" + own.vip()).refused(404, "NOT_FOUND");
        admin.patch("/vips/" + own.vip(), "{\"labels\": {\"team\": \"blue-%d\"}}".formatted(own.number()), "*")
                .expect(200);
        labelled.get("/vips/" + own.vip()).expect(200);
        labelled.patch("/vips/" + own.vip(), "{\"labels\": {\"team\": null}}", "*")
                .refused(403, "FORBIDDEN");
        labelled.post("/pools", "{\"name\": \"bare-%d\"}".formatted(own.number()))
                .refused(403, "FORBIDDEN");
        labelled.post(
                        "/pools",
                        "{\"name\": \"blue-%1$d\", \"labels\": {\"team\": \"blue-%1$d\"}}".formatted(own.number()))
                .expect(201);
    }

    private String backendOf(Site site) {
        JsonNode items = admin.get("/backends?filter=poolId=" + site.pool())
                .expect(200)
                .json()
                .get("items");
        return items.get(0).get("id").asString();
    }

    private static List<String> names(Api api, String collection) {
        return StreamSupport.stream(
                        api.get(collection + "?limit=500")
                                .expect(200)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .map(item -> item.get("name").asString())
                .toList();
    }

    private Api token(String role, String group, String labels) {
        String groups = group.isEmpty() ? "" : "\"" + group + "\"";
        return new Api(
                port,
                admin.post("/tokens", """
                {"name": "t-%s", "role": "%s", "nodeGroupIds": [%s], "labels": %s}
                """.formatted(
                                        UUID.randomUUID().toString().substring(0, 18), role, groups, labels))
                        .expect(201)
                        .text("token"));
    }
}
