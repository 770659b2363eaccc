package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Stage;
import dev.carom.controlplane.api.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Chosen nodes try a revision first: it goes on to all, or back, by itself. */
class CanaryIT extends ReportedSite {
    private static final Duration A_WHILE = Duration.ofMillis(1_500);
    private static final String QUICK = "&canaryVerifyWithin=60&canarySoak=1";

    private CanarySite canary;

    @BeforeEach
    void dial() throws Exception {
        canary = CanarySite.dial(this);
    }

    @AfterEach
    void end() throws Exception {
        canary.close();
    }

    @Test
    void whatANodeHasVerifiedAndSoakedGoesOnToAll() throws Exception {
        long before = canary.second.state().getId().getRevision();
        long revision = canary.put("nodes/" + site.node(), QUICK).revision();
        canary.first.awaitRevision(revision);
        assertThat(canary.second.stream().poll(A_WHILE)).as("held back").isNull();
        assertHeldBack(revision);
        api.post("/pools", "{\"name\": \"canary-refused-%d\"}".formatted(site.number()))
                .refused(409, "CANARY_RUNNING");
        canary.first.acknowledge(Stage.STAGE_VERIFIED);
        canary.awaitState(revision, "SOAKING");
        canary.tell(canary.first, HealthState.HEALTH_STATE_UP);
        JsonNode passed = canary.awaitState(revision, "PASSED");
        assertThat(passed.at("/nodes/0/backendsUp").asInt()).isEqualTo(1);
        assertThat(passed.get("nodes")).hasSize(1);
        canary.second.awaitRevision(revision);
        assertThat(before).isLessThan(revision);
        assertThat(canary.second.state()).as("the very state that was tried").isEqualTo(canary.first.state());
        canary.second.acknowledge(Stage.STAGE_VERIFIED);
        assertThat(status("/vips/" + site.vip(), "provisioningStatus")).isEqualTo("ACTIVE");
        assertThat(canary.events()).containsExactly("canary.passed", "canary.verified", "canary.started");
        api.post("/pools", "{\"name\": \"canary-over-%d\"}".formatted(site.number()))
                .expect(201);
    }

    private void assertHeldBack(long revision) {
        JsonNode vip = api.get("/vips/" + site.vip()).expect(200).json();
        assertThat(vip.get("provisioningStatus").asString()).isEqualTo("PENDING");
        JsonNode held = vip.get("provisioning")
                .valueStream()
                .filter(node -> node.get("nodeId").asString().equals(canary.secondId))
                .findFirst()
                .orElseThrow();
        assertThat(held.get("code").asString()).isEqualTo("HELD_BACK");
        JsonNode rollout = rollout();
        assertThat(rollout.get("state").asString()).isEqualTo("CANARY");
        assertThat(rollout.get("revision").asLong()).isEqualTo(revision);
        assertThat(rollout.get("nodes")
                        .valueStream()
                        .filter(node -> node.get("heldBack").asBoolean()))
                .singleElement()
                .satisfies(node -> assertThat(node.get("nodeId").asString()).isEqualTo(canary.secondId));
        assertThat(api.get("/rollouts?filter=state=CANARY").expect(200).json().get("items"))
                .as("all other groups are held back")
                .hasSize(1);
    }

    private JsonNode rollout() {
        return api.get("/rollouts?filter=nodeGroupId=" + site.group())
                .expect(200)
                .json()
                .at("/items/0");
    }

    @Test
    void aRefusalTakesItBackUnderAHigherPairForAll() throws Exception {
        var old = canary.second.state();
        long revision = canary.put("nodes/" + site.node(), QUICK).revision();
        canary.first.awaitRevision(revision);
        canary.first.acknowledge(Stage.STAGE_REJECTED);
        JsonNode over = canary.awaitState(revision, "ROLLED_BACK");
        long back = over.get("rolledBackBy").asLong();
        assertThat(over.get("reason").asString()).contains("refuses it");
        for (ReportingNode node : new ReportingNode[] {canary.first, canary.second}) {
            node.awaitRevision(back);
            assertThat(node.state().getHash()).as("the content from before").isEqualTo(old.getHash());
        }
        assertThat(canary.secondSaw(revision)).isFalse();
        JsonNode why = api.get("/revisions/" + back).expect(200).json();
        assertThat(why.get("actor").asString()).isEqualTo("canary");
        assertThat(why.get("message").asString()).startsWith("Canary of revision " + revision + ": Node");
        JsonNode deed = api.get("/audit?sort=-id&limit=1&filter=resourceType=vip,resourceId=" + site.vip())
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(deed.get("actor").asString()).isEqualTo("canary");
        assertThat(deed.get("revision").asLong()).isEqualTo(back);
        assertThat(canary.events()).containsExactly("canary.reverted", "canary.started");
        assertThat(rollout().get("state").asString()).isEqualTo("ROLLING");
    }

    @Test
    void aResourceThatIsNewlyLeftOutTakesItBack() throws Exception {
        long revision = canary.put("node-groups/" + site.group(), QUICK).revision();
        canary.first.awaitRevision(revision);
        canary.first.leaveOut("vips/" + site.vip(), "UNSUPPORTED_BY_NODE", "too new");
        assertThat(canary.awaitState(revision, "ROLLED_BACK").get("reason").asString())
                .contains("leaves out vips/" + site.vip() + ": UNSUPPORTED_BY_NODE, too new");
    }

    @Test
    void lostHealthTakesItBack() throws Exception {
        long revision = canary.put("node-groups/" + site.group(), QUICK + "&canaryHealthLoss=49")
                .revision();
        for (ReportingNode node : new ReportingNode[] {canary.first, canary.second}) {
            node.awaitRevision(revision);
            node.acknowledge(Stage.STAGE_VERIFIED);
        }
        canary.tell(canary.first, HealthState.HEALTH_STATE_UP);
        canary.tell(canary.second, HealthState.HEALTH_STATE_DOWN);
        assertThat(canary.awaitState(revision, "ROLLED_BACK").get("reason").asString())
                .contains("1 of 2 backends that were UP no longer are; at most 49 %");
    }

    @Test
    void aNodeThatIsAwayTakesItBackInTime() throws Exception {
        canary.second.close();
        long revision =
                canary.put("nodes/" + canary.secondId, "&canaryVerifyWithin=1").revision();
        assertThat(canary.awaitState(revision, "ROLLED_BACK").get("reason").asString())
                .contains("Not verified in time by " + canary.secondName());
    }

    @Test
    void whatDoesNotReachTheChosenGoesBackUntried() {
        Site elsewhere = Site.create(api);
        long revision = canary.put("nodes/" + elsewhere.node(), QUICK).revision();
        assertThat(canary.awaitState(revision, "ROLLED_BACK").get("reason").asString())
                .contains("changes nothing for nodes/" + elsewhere.node());
    }

    @Test
    void peopleMayDecideSooner() throws Exception {
        long first = canary.put("nodes/" + site.node(), "").revision();
        Answer aborted = api.post("/config/canaries/" + first + "/abort", "").expect(200);
        assertThat(aborted.text("state")).isEqualTo("ROLLED_BACK");
        api.post("/config/canaries/" + first + "/pass", "").refused(409, "CANARY_OVER");
        long second = canary.put("nodes/" + site.node(), "").revision();
        assertThat(api.post("/config/canaries/" + second + "/pass", "")
                        .expect(200)
                        .text("state"))
                .isEqualTo("PASSED");
        canary.second.awaitRevision(second);
        assertThat(api.get("/config/canaries?filter=revision%3E%3D" + first)
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(2);
        api.get("/config/canaries/" + (second + 1)).refused(404, "NOT_FOUND");
    }

    @Test
    void theTimeToConfirmBeginsWhenTheCanaryHasPassed() {
        Answer put = canary.put("nodes/" + site.node(), "&confirmWithin=600");
        assertThat(put.json().has("confirmBy")).isFalse();
        String confirm = "/config/confirm/" + put.revision();
        api.post(confirm, "").refused(404, "NOT_FOUND");
        api.post("/config/canaries/" + put.revision() + "/pass", "").expect(200);
        long revision = configured();
        canary.ask("nodes/" + site.node(), "", 9).refused(409, "CONFIRMATION_PENDING");
        assertThat(configured()).isEqualTo(revision);
        api.post(confirm, "").expect(204);
    }

    @Test
    void aRollbackMayBeTriedToo() throws Exception {
        long before = configured();
        api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": 77}", "*").expect(200);
        long revision = api.post("/revisions/" + before + "/rollback?canary=nodes/" + site.node(), "")
                .expect(200)
                .revision();
        canary.first.awaitRevision(revision);
        assertThat(canary.awaitState(revision, "VERIFYING").get("target").asString())
                .isEqualTo("nodes/" + site.node());
        api.post("/config/canaries/" + revision + "/abort", "").expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            canary=nodes/00000000-0000-4000-8000-000000000000 | canary             | REFERENCE_UNKNOWN
            canary=vips/00000000-0000-4000-8000-000000000000  | canary             | INVALID_VALUE
            canarySoak=5                                      | canary             | REQUIRED
            canary=nodes/NODE&canarySoak=0                    | canarySoak         | OUT_OF_RANGE
            canary=nodes/NODE&canaryVerifyWithin=86401        | canaryVerifyWithin | OUT_OF_RANGE
            canary=nodes/NODE&canaryHealthLoss=101            | canaryHealthLoss   | OUT_OF_RANGE
            """)
    void whatCannotBeTriedIsRefused(String query, String parameter, String code) {
        long revision = configured();
        api.sendWith(
                        Map.of("If-Match", "*"),
                        "PUT",
                        "/config?" + query.replace("NODE", site.node()),
                        canary.document(5))
                .refused(400, code)
                .naming(parameter);
        assertThat(configured()).isEqualTo(revision);
    }

    private long configured() {
        return sql.sql("select revision from configuration").query(Long.class).single();
    }
}
