package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole configuration is a document: exported, planned, put, confirmed or taken back. */
@ControlPlaneTest
class ConfigurationIT {
    private static final Map<String, String> YAML = Map.of("Content-Type", "application/yaml", "If-Match", "*");

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

    /** A group's VIP with a listener and a pool of as many backends, all owned. */
    private String document(int backends) {
        StringBuilder text = new StringBuilder("""
                apiVersion: carom.dev/v1
                pools:
                - name: doc-pool-%1$d
                  drainTimeoutMs: %2$d
                  labels: {carom.dev/owner: owner-%1$d}
                  backends:
                """.formatted(site.number(), Site.DRAIN.toMillis()));
        for (int i = 0; i < backends; i++) {
            text.append("""
                      - name: b%1$d
                        address: 10.%2$d.%4$d.%3$d
                        labels: {carom.dev/owner: owner-%2$d}
                    """.formatted(i, site.number(), 150 + i % 100, i / 100));
        }
        return text + """
                vips:
                - name: doc-vip-%1$d
                  nodeGroup: group-%1$d
                  address: 10.%1$d.0.99
                  labels: {carom.dev/owner: owner-%1$d}
                  listeners:
                  - {name: web, ports: ["80"], pool: doc-pool-%1$d, labels: {carom.dev/owner: owner-%1$d}}
                """.formatted(site.number());
    }

    private Answer put(String query, String document) {
        return api.sendWith(YAML, "PUT", "/config" + query, document);
    }

    private Answer plan(String query, String document) {
        return api.sendWith(YAML, "POST", "/config/plan" + query, document);
    }

    private String owner() {
        return "?owner=owner-" + site.number();
    }

    @Test
    void whatIsExportedPlansToNothingAndIsTheSameEachTime() {
        put("", document(3)).expect(200);
        Answer first = api.sendWith(Map.of("Accept", "application/yaml"), "GET", "/config", null)
                .expect(200);
        assertThat(first.header("Content-Type")).startsWith("application/yaml");
        String yaml = first.response().body();
        assertThat(api.sendWith(Map.of("Accept", "application/yaml"), "GET", "/config", null)
                        .response()
                        .body())
                .isEqualTo(yaml);
        assertThat(plan("", yaml).expect(200).json().get("changes")).isEmpty();
        String json = api.get("/config").expect(200).response().body();
        assertThat(api.sendWith(Map.of(), "POST", "/config/plan", json)
                        .expect(200)
                        .json()
                        .get("changes"))
                .isEmpty();
    }

    @Test
    void aPlanWarnsWhereATableCannotFollowTheWeights() {
        String heavy = document(105).replace("    address:", "    weight: 256\n    address:");
        JsonNode plan = plan("", heavy.replaceFirst("weight: 256", "weight: 1"))
                .expect(200)
                .json();
        JsonNode skewed = plan.at("/impact/pools/0/skewedBackends");
        assertThat(skewed).hasSize(1);
        assertThat(skewed.get(0).get("backend").asString()).isEqualTo("b0");
        assertThat(skewed.get(0).get("weightPercent").asDouble()).isCloseTo(100 / 26_625.0, within(1e-6));
        assertThat(skewed.get(0).get("flowsPercent").asDouble())
                .as("2.5 slots of 65,536 would be its due")
                .isCloseTo(100 * 3 / 65_536.0, within(1e-6));
    }

    @Test
    void aPlanSaysWhatWouldChangeAndWhatThatWouldDoAndChangesNothing() {
        put("", document(10)).expect(200);
        long revision = revision();
        JsonNode plan = plan(owner(), document(9)).expect(200).json();
        assertThat(plan.get("changes")).hasSize(1);
        assertThat(plan.get("findings")).isEmpty();
        JsonNode impact = plan.get("impact");
        assertThat(impact.get("vipsTouched").get(0).asString()).isEqualTo("doc-vip-" + site.number());
        assertThat(impact.get("backendsRemoved").asInt()).isEqualTo(1);
        assertThat(impact.get("pools").get(0).get("movedFlowsPercent").asDouble())
                .isBetween(10.0, 11.0);
        assertThat(impact.get("pools").get(0).get("skewedBackends")).isEmpty();
        assertThat(put("?dryRun=true", document(12))
                        .expect(200)
                        .json()
                        .get("plan")
                        .get("changes"))
                .hasSize(2);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void whatADocumentLeavesOutStaysUnlessItsOwnerIsNamed() {
        put("", document(5)).expect(200);
        put("", document(4)).expect(200);
        assertThat(backends()).isEqualTo(5);
        put(owner(), document(4)).expect(200);
        assertThat(backends()).isEqualTo(4);
    }

    private int backends() {
        return sql.sql("""
                        SELECT count(*) FROM backend JOIN pool ON pool.id = pool_id
                        WHERE pool.name = ? AND NOT departing
                        """)
                .param("doc-pool-" + site.number())
                .query(Integer.class)
                .single();
    }

    @Test
    void removingMuchNeedsTheTokenOfThePlan() {
        api.patch("/node-groups/" + site.group(), """
                        {"networks": [{"name": "servers", "interfaceSelector": "eth0", "subnets": ["10.%d.0.0/16"]}]}
                        """.formatted(site.number()), "*")
                .expect(200);
        int all = sql.sql("SELECT count(*) FROM backend").query(Integer.class).single();
        put("", document(all + 10)).expect(200);
        JsonNode plan = plan(owner(), document(1)).expect(200).json();
        String token = plan.get("removalToken").asString();
        long revision = revision();
        put(owner(), document(1)).refused(409, "REMOVAL_TOKEN_REQUIRED");
        assertThat(revision()).isEqualTo(revision);
        put(owner() + "&removalToken=" + token, document(1)).expect(200);
        assertThat(backends()).isEqualTo(1);
    }

    @Test
    void whatNobodyConfirmsGoesBackByItself() throws Exception {
        put("", document(2)).expect(200);
        Answer put = put("?confirmWithin=1", document(3)).expect(200);
        assertThat(put.json().has("confirmBy")).isTrue();
        Instant patience = Instant.now().plus(Duration.ofMinutes(2));
        while (backends() != 2 && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
        }
        assertThat(backends()).isEqualTo(2);
        String why = sql.sql("SELECT message FROM revision WHERE message LIKE ?")
                .param("Revision " + put.revision() + " was not confirmed%")
                .query(String.class)
                .single();
        assertThat(why).contains("in time");
    }

    @Test
    void whatIsConfirmedStays() {
        Answer put = put("?confirmWithin=600", document(2)).expect(200);
        api.sendWith(Map.of(), "POST", "/config/confirm/" + put.revision(), null)
                .expect(204);
        api.sendWith(Map.of(), "POST", "/config/confirm/" + put.revision(), null)
                .refused(404, "NOT_FOUND");
        assertThat(backends()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nodeGroup: group-N   | nodeGroup: nowhere   | 422 | REFERENCE_UNKNOWN | /vips/0/nodeGroup
            pool: doc-pool-N     | pool: nowhere        | 422 | REFERENCE_UNKNOWN | /vips/0/listeners/0/pool
            name: b1             | name: b0             | 422 | NAME_TAKEN        | /pools/0/backends/1/name
            name: web            | nome: web            | 422 | REQUIRED          | /vips/0/listeners/0/name
            address: 10.N.0.99   | address: 127.0.0.1   | 422 | VIP_IS_LOOPBACK   | /vips/0/address
            address: 10.N.0.151  | address: far away    | 422 | INVALID_VALUE     | /pools/0/backends/1/address
            apiVersion: carom.dev/v1 | apiVersion: v9   | 422 | VERSION_UNKNOWN   | /apiVersion
            """)
    void everyFaultIsPointedAt(String good, String bad, int status, String code, String pointer) {
        String number = Integer.toString(site.number());
        long revision = revision();
        String document = document(2).replaceFirst(good.replace("N", number), bad);
        put("", document).refused(status, code).pointingAt(pointer);
        assertThat(revision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [1]\nb: [*a, *a]",
                "!!javax.script.ScriptEngineManager {}",
                "a: 1\na: 2",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "- list",
                "a: {",
                "\u0000"
            })
    void aDangerousDocumentIsRefused(String document) {
        put("", document).expect(400);
    }

    @Test
    void aWriterWhoHasNotSeenTheNewestRevisionIsTold() {
        String tag = api.get("/config").expect(200).tag();
        site.backend("late", site.address(21)).expect(201);
        api.sendWith(Map.of("Content-Type", "application/yaml", "If-Match", tag), "PUT", "/config", document(1))
                .refused(412, "STALE_VERSION");
        api.sendWith(Map.of("Content-Type", "application/yaml"), "PUT", "/config", document(1))
                .refused(428, "PRECONDITION_REQUIRED");
    }

    /** Deeds are audited, and rollouts are events, though they change nothing. */
    private long revision() {
        return sql.sql("SELECT revision FROM configuration")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
