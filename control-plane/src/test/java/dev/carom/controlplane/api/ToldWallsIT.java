package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a role for one node group is told what happens there, and nothing of the others. */
class ToldWallsIT extends ReportedSite {
    private Site foreign;
    private Api operator;
    private ReportingNode ownNode;
    private ReportingNode foreignNode;

    @BeforeEach
    void twoSites() throws Exception {
        foreign = Site.create(api);
        operator = new Api(
                port,
                api.post("/tokens", """
                {"name": "told-%s", "role": "OPERATOR", "nodeGroupIds": ["%s"]}
                """.formatted(UUID.randomUUID().toString().substring(0, 18), site.group()))
                        .expect(201)
                        .text("token"));
        ownNode = ReportingNode.dial(site, port);
        foreignNode = ReportingNode.dial(foreign, port);
    }

    @AfterEach
    void hangUp() throws IOException {
        ownNode.close();
        foreignNode.close();
    }

    @Test
    void theTimelineHasWhatHappenedToOnesOwn() {
        String heard = operator.get("/events?limit=500").expect(200).response().body();
        assertThat(heard)
                .contains(site.vip(), site.pool(), site.node(), backend)
                .doesNotContain(foreign.vip(), foreign.node(), foreign.group());
    }

    @Test
    void findingsAreOfOnesOwn() throws Exception {
        find(foreignNode, foreign);
        find(ownNode, site);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(operator.get("/findings?limit=500")
                                .expect(200)
                                .response()
                                .body())
                        .contains("vips/" + site.vip())
                        .doesNotContain(foreign.vip()));
        assertThat(api.get("/findings?limit=500").expect(200).response().body()).contains("vips/" + foreign.vip());
    }

    @Test
    void theStreamTellsOfOnesOwn() throws Exception {
        try (EventReader stream = operator.watch("", null)) {
            stream.next("tick");
            api.patch("/vips/" + foreign.vip(), "{\"newFlowsPerSecond\": 5}", "*")
                    .expect(200);
            api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": 5}", "*").expect(200);
            EventReader.Heard first = stream.next("vip.changed");
            assertThat(first.json().path("resourceId").asString()).isEqualTo(site.vip());
        }
    }

    @Test
    void aDiagnosisIsReadByWhoMayStartIt() {
        foreign.listen("80").expect(201);
        foreign.backend("web", foreign.address(21)).expect(201);
        String theirs = started(api, foreign);
        String own = started(operator, site);
        operator.get("/diagnoses/" + own).expect(200);
        operator.get("/diagnoses/" + theirs).refused(404, "NOT_FOUND");
        List<String> listed = operator.get("/diagnoses").expect(200).json().findValuesAsString("id");
        assertThat(listed).contains(own).doesNotContain(theirs);
        operator.send("POST", "/vips/" + foreign.vip() + "/diagnose", null, null)
                .refused(404, "NOT_FOUND");
    }

    private static String started(Api by, Site site) {
        return by.send("POST", "/vips/" + site.vip() + "/diagnose", null, null)
                .expect(202)
                .id();
    }

    private static void find(ReportingNode node, Site site) throws Exception {
        node.report(report -> report.addFindings(ReportingNode.finding("FOREIGN_CLAIM", "vips/" + site.vip())));
    }
}
