package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** All backends of a pool are replaced in one write and one revision. */
@ControlPlaneTest
class BackendSetIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site site;
    private String path;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
        path = "/pools/" + site.pool() + "/backends";
    }

    private String backend(String name, int host, int weight) {
        return "{\"name\": \"%s\", \"address\": \"%s\", \"weight\": %d}".formatted(name, site.address(host), weight);
    }

    private static String set(String... backends) {
        return "{\"backends\": [" + String.join(",", backends) + "]}";
    }

    private static String id(JsonNode set, String name) {
        for (JsonNode backend : set.get("backends")) {
            if (backend.get("name").asString().equals(name)) {
                return backend.get("id").asString();
            }
        }
        return "none";
    }

    @Test
    void whatIsLeftOutDepartsAndTheOthersKeepTheirIds() {
        JsonNode before = api.put(path, set(backend("a", 21, 1), backend("b", 22, 1)), "*")
                .expect(200)
                .json();
        var answer = api.put(path, set(backend("b", 22, 9), backend("c", 23, 1)), "*")
                .expect(200);
        JsonNode after = answer.json();
        assertThat(after.get("backends")).hasSize(2);
        assertThat(id(after, "b")).isEqualTo(id(before, "b"));
        assertThat(api.get("/revisions/" + answer.revision()).json().get("changes"))
                .hasSize(3);
        assertThat(sql.sql("SELECT departing FROM backend WHERE id = ?::uuid")
                        .param(id(before, "a"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void additiveOnlyLeavesTheOthers() {
        api.put(path, set(backend("a", 21, 1)), "*").expect(200);
        JsonNode after = api.put(path + "?additiveOnly=true", set(backend("b", 22, 1)), "*")
                .expect(200)
                .json();
        assertThat(after.get("backends")).hasSize(2);
    }

    @Test
    void twoMayChangePlacesInOneWrite() {
        api.put(path, set(backend("a", 21, 1), backend("b", 22, 1)), "*").expect(200);
        api.put(path, set(backend("a", 22, 1), backend("b", 21, 1)), "*").expect(200);
    }

    @Test
    void theTagOfTheSetChangesWithAnyOfItsBackends() {
        String tag = api.put(path, set(backend("a", 21, 1)), "*").expect(200).tag();
        assertThat(api.get(path).expect(200).tag()).isEqualTo(tag);
        site.backend("late", site.address(30)).expect(201);
        String rows = Rows.of(sql);
        api.put(path, set(), tag).refused(412, "STALE_VERSION");
        api.put(path, set(), null).refused(428, "PRECONDITION_REQUIRED");
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void everyFaultIsPointedAtAndNothingIsWritten() {
        String rows = Rows.of(sql);
        api.put(path, set(backend("a", 21, 1), backend("b", 22, 999)), "*")
                .refused(422, "WEIGHT_OUT_OF_RANGE")
                .pointingAt("/backends/1/weight");
        api.put(path, set(backend("a", 21, 1), backend("a", 22, 1)), "*")
                .refused(422, "NAME_TAKEN")
                .pointingAt("/backends/1/name");
        api.put(path, set(backend("a", 21, 1), backend("v", 100, 1)), "*").refused(422, "BACKEND_IS_VIP");
        api.put(path, "{\"backends\": [{\"name\": \"a\"}]}", "*")
                .refused(422, "REQUIRED")
                .pointingAt("/backends/0/address");
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void aThousandAreOneRevision() {
        api.patch("/node-groups/" + site.group(), """
                        {"networks": [{"name": "servers", "interfaceSelector": "eth0", "subnets": ["10.%d.0.0/16"]}]}
                        """.formatted(site.number()), "*")
                .expect(200);
        String many = set(IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"name\": \"n%d\", \"address\": \"10.%d.%d.%d\"}"
                        .formatted(i, site.number(), 8 + i / 250, 1 + i % 250))
                .toArray(String[]::new));
        long before = Long.parseLong(api.get("/revisions?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("number")
                .asString());
        assertThat(api.put(path, many, "*").expect(200).revision()).isEqualTo(before + 1);
        assertThat(api.get(path).json().get("backends")).hasSize(1_000);
        api.put(path, set(), "*").expect(200);
    }

    @Test
    void theLimitsOfAConfigurationAreHeld() {
        for (String kind : List.of("vips", "backends")) {
            sql.sql("UPDATE configuration SET " + kind + " = " + kind + " + 1000000")
                    .update();
            try {
                if (kind.equals("vips")) {
                    api.post("/vips", """
                                    {"name": "v-%d", "nodeGroupId": "%s", "address": "%s"}
                                    """.formatted(site.number(), site.group(), site.address(99)))
                            .refused(409, "LIMIT_REACHED");
                } else {
                    site.backend("b", site.address(21)).refused(409, "LIMIT_REACHED");
                    api.put(path, set(backend("b", 21, 1)), "*").refused(409, "LIMIT_REACHED");
                }
            } finally {
                sql.sql("UPDATE configuration SET " + kind + " = " + kind + " - 1000000")
                        .update();
            }
        }
        int counted = sql.sql("SELECT backends FROM configuration")
                .query(Integer.class)
                .single();
        assertThat(sql.sql("SELECT count(*) FROM backend").query(Integer.class).single())
                .isEqualTo(counted);
    }
}
