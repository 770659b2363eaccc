package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A node starts 5,000 probes a second; a hundred backends asked every 100 ms on five ports are as many. */
@ControlPlaneTest
class ProbeBudgetIT {
    private static final String REFUSED = "PROBE_BUDGET_EXCEEDED";
    private static final int BACKENDS = 100;

    @LocalServerPort
    int port;

    private Api api;
    private Site site;
    private String monitor;

    @BeforeEach
    void askAllThatANodeStarts() {
        api = new Api(port);
        site = Site.create(api);
        monitor = "/health-monitors/"
                + api.post("/health-monitors", """
                {"name": "eager-%d", "type": "TCP", "intervalMs": 100, "timeoutMs": 50}
                """.formatted(site.number()))
                        .expect(201)
                        .id();
        String backends = IntStream.range(0, BACKENDS)
                .mapToObj(i -> "{\"name\": \"b%d\", \"address\": \"%s\"}".formatted(i, site.address(120 + i)))
                .collect(Collectors.joining(",", "{\"backends\": [", "]}"));
        api.put("/pools/" + site.pool() + "/backends", backends, "*").expect(200);
        api.patch("/pools/" + site.pool(), "{\"healthMonitorId\": \"%s\"}".formatted(idOf(monitor)), "*")
                .expect(200);
        for (int listener = 1; listener <= 5; listener++) {
            site.listen(Integer.toString(listener)).expect(201);
        }
    }

    @Test
    void whatWouldAskForMoreIsRefusedWithTheNumbers() {
        JsonNode problem = site.listen("6").refused(422, REFUSED).json();
        assertThat(problem.toString())
                .contains("Each node of group group-" + site.number()
                        + " would be asked for 6000 probes a second and starts 5000.")
                .contains("eager-" + site.number() + " with 6000");
        api.patch(monitor, "{\"path\": \"BOTH\"}", "*").refused(422, REFUSED);
        site.backend("more", site.address(119)).refused(422, REFUSED);
        api.patch(monitor, "{\"intervalMs\": 200}", "*").expect(200);
        site.listen("6").expect(201);
    }

    @Test
    void aServiceBehindAnotherVipCostsOnlyThePresenceOfBoth() {
        api.patch(monitor, "{\"intervalMs\": 101}", "*").expect(200);
        String second = api.post("/vips", """
                {"name": "second-%1$d", "nodeGroupId": "%2$s", "address": "10.%1$d.0.101"}
                """.formatted(site.number(), site.group()))
                .expect(201)
                .id();
        for (int shared = 1; shared <= 2; shared++) {
            listenOn(second, shared).expect(201);
        }
        // 100 backends on five ports at 101 ms are 4950 a second; two VIPs on a port are 20 more.
        assertThat(listenOn(second, 3).refused(422, REFUSED).json().toString()).contains("5010 probes a second");
    }

    @Test
    void whatIsOutOfServiceIsNotCounted() {
        api.patch("/vips/" + site.vip(), "{\"adminState\": \"DISABLED\"}", "*").expect(200);
        String sixth = "/listeners/" + site.listen("6").expect(201).id();
        api.patch("/vips/" + site.vip(), "{\"adminState\": \"ENABLED\"}", "*").refused(422, REFUSED);
        api.patch(sixth, "{\"adminState\": \"DISABLED\"}", "*").expect(200);
        api.patch("/vips/" + site.vip(), "{\"adminState\": \"ENABLED\"}", "*").expect(200);
    }

    @Test
    void aPlanShowsIt() {
        String document = """
                apiVersion: carom.dev/v1
                vips:
                - name: planned-%1$d
                  nodeGroup: group-%1$d
                  address: 10.%1$d.0.102
                  listeners:
                  - {name: more, ports: ["7"], pool: pool-%1$d}
                """.formatted(site.number());
        JsonNode findings = api.sendWith(Map.of("Content-Type", "application/yaml"), "POST", "/config/plan", document)
                .expect(200)
                .json()
                .get("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).get("code").asString()).isEqualTo(REFUSED);
        assertThat(findings.get(0).get("detail").asString()).contains("6000 probes a second");
    }

    private Api.Answer listenOn(String vip, int number) {
        return api.post(
                "/vips/" + vip + "/listeners",
                "{\"name\": \"on-%1$d\", \"ports\": [\"%1$d\"], \"poolId\": \"%2$s\"}".formatted(number, site.pool()));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
