package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import dev.carom.controlplane.webhook.Receiver;
import dev.carom.controlplane.webhook.Receiver.Received;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries to a real HTTP server that answers well, badly, or not at all. */
@ControlPlaneTest
class WebhookIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    MeterRegistry meters;

    private final Receiver receiver;
    private Api api;
    private String webhook = "";
    private String secret = "";

    WebhookIT() throws Exception {
        receiver = new Receiver();
    }

    @BeforeEach
    void subscribe() {
        api = new Api(port);
        Answer made = api.post("/webhooks", """
                {"name": "hook-%s", "url": "%s", "eventTypes": ["pool.created", "finding.*"]}
                """.formatted(UUID.randomUUID(), receiver.url()))
                .expect(201);
        webhook = made.id();
        secret = made.text("secret");
    }

    @AfterEach
    void unsubscribe() {
        api.delete("/webhooks/" + webhook, "*").expect(204);
        receiver.close();
    }

    @Test
    void aDeliverySaysWhatHappenedSigned() throws Exception {
        Answer pool = makePool();
        Received received = first(pool.id());
        JsonNode body = new JsonMapper().readTree(received.body());
        assertThat(received.path()).isEqualTo("/hook?from=carom");
        assertThat(body.get("type").asString()).isEqualTo("pool.created");
        assertThat(body.get("resourceType").asString()).isEqualTo("pool");
        assertThat(body.get("revision").asLong()).isEqualTo(pool.revision());
        assertThat(body.get("summary").asString()).contains(pool.text("name"));
        assertThat(received.signature()).isEqualTo("v1," + hmac(received));
        assertThat(Instant.ofEpochSecond(Long.parseLong(received.timestamp())))
                .isBetween(received.at().minusSeconds(30), received.at().plusSeconds(30));
    }

    @Test
    void whatItDidNotAskForIsNotTold() {
        String other = api.post("/health-monitors", "{\"name\": \"monitor-%s\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        first(makePool().id());
        assertThat(receiver.received()).noneMatch(received -> received.body().contains(other));
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdUntilItSucceeds() {
        receiver.answering(500, Receiver.CUT, 302);
        String pool = makePool().id();
        JsonNode delivery = awaitState(pool, "DELIVERED");
        assertThat(delivery.get("attempts").asInt()).isEqualTo(4);
        assertThat(delivery.get("lastStatus").asInt()).isEqualTo(204);
        assertThat(receiver.received())
                .hasSize(4)
                .allMatch(received -> received.id().equals(delivery.get("id").asString()))
                .allMatch(received ->
                        received.body().equals(receiver.received().getFirst().body()))
                .noneMatch(received -> received.path().contains("elsewhere"));
    }

    @Test
    void whatNeverSucceedsIsDeadUntilSomebodyAsksForIt() {
        receiver.answersAlways(503);
        String pool = makePool().id();
        JsonNode dead = awaitState(pool, "DEAD");
        assertThat(dead.get("attempts").asInt()).isEqualTo(4);
        assertThat(dead.get("lastError").asString()).isEqualTo("Answered 503");
        assertThat(api.get("/webhooks/" + webhook).json().get("deadDeliveries").asLong())
                .isEqualTo(1);
        receiver.answersAlways(200);
        api.post("/webhooks/" + webhook + "/deliveries/" + dead.get("id").asString() + "/redeliver", "")
                .expect(202);
        awaitState(pool, "DELIVERED");
        assertThat(receiver.received().getLast().id()).isEqualTo(dead.get("id").asString());
        assertThat(api.get("/webhooks/" + webhook).json().get("deadDeliveries").asLong())
                .isZero();
    }

    @Test
    void aTestIsSentOnceAndSaysWhatCameOfIt() {
        receiver.answering(500);
        String failed =
                api.post("/webhooks/" + webhook + "/test", "").expect(202).header("Location");
        JsonNode dead = awaitTest(failed, "DEAD");
        assertThat(dead.get("attempts").asInt()).isEqualTo(1);
        String passed =
                api.post("/webhooks/" + webhook + "/test", "").expect(202).header("Location");
        assertThat(awaitTest(passed, "DELIVERED").get("type").asString()).isEqualTo("webhook.test");
    }

    @Test
    void aDisabledWebhookIsToldNothing() {
        api.patch("/webhooks/" + webhook, "{\"enabled\": false}", "*").expect(200);
        api.post("/webhooks/" + webhook + "/test", "").refused(409, "WEBHOOK_DISABLED");
        makePool();
        assertThat(deliveries("")).isEmpty();
    }

    @Test
    void attemptsAreCountedByWhatCameOfThem() {
        // Those of other tests are counted with it.
        sql.sql("DELETE FROM webhook WHERE id <> :own")
                .param("own", UUID.fromString(webhook))
                .update();
        double delivered = attempts("delivered");
        double failed = attempts("failed");
        double dead = attempts("dead");
        receiver.answering(500);
        awaitState(makePool().id(), "DELIVERED");
        receiver.answersAlways(503);
        awaitState(makePool().id(), "DEAD");
        // The last attempt is counted once its row says what came of it.
        await().atMost(LONG).until(() -> attempts("dead") == dead + 1);
        assertThat(attempts("delivered")).isEqualTo(delivered + 1);
        assertThat(attempts("failed"))
                .as("one of the first, three of the second")
                .isEqualTo(failed + 4);
    }

    private double attempts(String outcome) {
        return meters.counter("carom.webhook.attempts", "outcome", outcome).count();
    }

    @Test
    void thereAreAtMostAHundred() {
        List<String> made = new ArrayList<>();
        Answer answer = another();
        while (answer.status() == 201) {
            made.add(answer.id());
            answer = another();
        }
        answer.refused(409, "LIMIT_REACHED");
        int all = sql.sql("select count(*) from webhook").query(Integer.class).single();
        api.delete("/webhooks/" + made.removeLast(), "*").expect(204);
        made.add(another().expect(201).id());
        made.forEach(id -> api.delete("/webhooks/" + id, "*").expect(204));
        assertThat(all).isEqualTo(100);
    }

    private Answer another() {
        return api.post("/webhooks", """
                {"name": "many-%s", "url": "%s", "enabled": false}
                """.formatted(UUID.randomUUID(), receiver.url()));
    }

    private Answer makePool() {
        return api.post("/pools", "{\"name\": \"pool-%s\"}".formatted(UUID.randomUUID()))
                .expect(201);
    }

    private Received first(String about) {
        await().atMost(LONG)
                .until(() -> receiver.received().stream()
                        .anyMatch(received -> received.body().contains(about)));
        return receiver.received().stream()
                .filter(received -> received.body().contains(about))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode awaitState(String about, String state) {
        await().atMost(LONG)
                .until(() -> deliveries("?filter=state=" + state).stream()
                        .anyMatch(delivery ->
                                delivery.get("resourceId").asString().equals(about)));
        return deliveries("?filter=state=" + state).getFirst();
    }

    private JsonNode awaitTest(String location, String state) {
        String path = location.substring("/api/v1".length());
        await().atMost(LONG).until(() -> api.get(path).expect(200).text("state").equals(state));
        return api.get(path).json();
    }

    private List<JsonNode> deliveries(String query) {
        return api.get("/webhooks/" + webhook + "/deliveries" + query)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    /** As the receiver's library computes it. */
    private String hmac(Received received) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = received.id() + "." + received.timestamp() + "." + received.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
