package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent, the answer is a problem of the caller's, never a fault of ours. */
@ControlPlaneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesIT {
    private static final List<String> PATHS = List.of(
            "/node-groups",
            "/nodes",
            "/vips",
            "/pools",
            "/health-monitors",
            "/pools/POOL/backends",
            "/vips/VIP/listeners");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Site site;

    @BeforeAll
    void connect() {
        site = Site.create(new Api(port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":{\"name\":1}}",
                "{\"name\":[]}",
                "{\"name\":\"\\u0000\",\"labels\":{\"\\u0000\":\"\\ud800\"}}",
                "{\"name\":\"half\\ud800\"}",
                "{\"labels\":[]}",
                "{\"labels\":{\"a\":1}}",
                "{\"labels\":null,\"name\":null}",
                "{\"weight\":1e400,\"intervalMs\":99999999999999999999999}",
                "{\"networks\":[null],\"ports\":[null],\"addresses\":[null],\"virtualRouters\":[null]}",
                "{\"networks\":[[]],\"virtualRouters\":[{\"vrid\":1,\"priorityByNode\":{\"x\":null}}]}",
                "{\"http\":{\"expectedCodes\":[null]},\"affinity\":[]}",
                "{\"\":\"\",\"/\":\"~\"}",
                "{\"__proto__\":{},\"@type\":\"java.net.URL\",\"class\":\"x\"}"
            })
    void aBrokenDocumentIsRefusedEverywhere(String body) {
        String rows = Rows.of(sql);
        for (String path : PATHS) {
            String at = path.replace("POOL", site.pool()).replace("VIP", site.vip());
            assertThat(site.api().post(at, body).status()).as(at).isBetween(400, 499);
        }
        for (String resource :
                List.of("/vips/" + site.vip(), "/pools/" + site.pool(), "/node-groups/" + site.group())) {
            int status = site.api().put(resource, body, "*").status();
            assertThat(status).as(resource).isBetween(400, 499);
        }
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void aDeepOrLargeDocumentIsRefused() {
        site.api().post("/vips", "{\"labels\":".repeat(5_000)).refused(400, "MALFORMED_JSON");
        site.api().post("/vips", "[".repeat(2_000_000)).refused(413, "TOO_LARGE");
    }

    @Test
    void randomTamperingNeverMakesAFaultOfOurs() {
        String good = """
                {"name": "m-%d", "type": "HTTP", "labels": {"a": "b"}, "intervalMs": 1000, "http": {"path": "/x", "expectedCodes": ["200"]}}
                """.formatted(site.number());
        Random random = new Random(site.number());
        for (int round = 0; round < 300; round++) {
            StringBuilder body = new StringBuilder(good);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(3)) {
                    case 0 -> body.setCharAt(at, (char) random.nextInt(1, 128));
                    case 1 -> body.deleteCharAt(at);
                    default -> body.insert(at, "[]{}\",:\\09-e.".charAt(random.nextInt(13)));
                }
            }
            assertThat(site.api().post("/health-monitors", body.toString()).status())
                    .as(body.toString())
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vips/x",
                "/vips/00000000-0000-0000-0000-000000000000",
                "/revisions/-1",
                "/revisions/99999999999999999999",
                "/vips?limit=x",
                "/vips?limit=-1",
                "/vips?cursor=%F0%28",
                "/vips?cursor=AAAA",
                "/events?cursor=x",
                "/backends?poolId=1",
                "/nothing"
            })
    void aBrokenPathIsRefused(String path) {
        assertThat(site.api().get(path).status()).isBetween(400, 499);
    }
}
