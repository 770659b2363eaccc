package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same POST with the same Idempotency-Key is done once, and answered alike each time. */
@ControlPlaneTest
class IdempotencyIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site site;
    private Map<String, String> key;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
        key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Answer createNode(String name) {
        String body = "{\"name\": \"%s-%d\", \"nodeGroupId\": \"%s\"}".formatted(name, site.number(), site.group());
        return api.sendWith(key, "POST", "/nodes", body);
    }

    private static void assertSame(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.response().body()).isEqualTo(first.response().body());
        for (String header : List.of("ETag", "Location", "Carom-Revision", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    @Test
    void theSameAnswerComesAgainWithItsStatusItsHeadersAndTheTokenShownOnce() {
        Answer first = createNode("twice").expect(201);
        long revision = revision();
        assertSame(createNode("twice"), first);
        assertThat(first.text("token")).isNotEmpty();
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void anotherBodyOrPathWithTheKeyIsRefused() {
        createNode("once").expect(201);
        createNode("other").refused(422, "IDEMPOTENCY_KEY_REUSED");
        api.sendWith(key, "POST", "/pools", "{\"name\": \"x\"}").refused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRefusalIsKeptTooAndNothingIsHalfWritten() {
        String rows = Rows.ofConfiguration(sql);
        String body = "{\"name\": \"pool-%d\"}".formatted(site.number());
        Answer first = api.sendWith(key, "POST", "/pools", body).refused(409, "NAME_TAKEN");
        assertThat(Rows.ofConfiguration(sql)).isEqualTo(rows);
        api.delete("/pools/" + site.pool(), "*").expect(204);
        assertSame(api.sendWith(key, "POST", "/pools", body), first);
    }

    @Test
    void ofManyAtOnceOneIsDoneAndAllHearOfIt() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, 6)
                    .<Callable<Answer>>mapToObj(i -> () -> createNode("at-once"))
                    .toList();
            List<Answer> answers =
                    clients.invokeAll(calls).stream().map(Future::resultNow).toList();
            answers.forEach(answer -> assertSame(answer, answers.getFirst()));
            assertThat(answers.getFirst().status()).isEqualTo(201);
        }
    }

    @Test
    void theDatabaseHoldsNeitherTheKeyNorTheAnswer() {
        Answer answer = createNode("sealed").expect(201);
        String kept = sql.sql(
                        "SELECT string_agg(encode(sealed, 'escape') || encode(key_hash, 'escape'), ' ') FROM idempotent_answer")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(answer.text("token")).doesNotContain(answer.id());
        assertThat(kept).doesNotContain(key.values());
    }

    @Test
    void aKeyIsForgottenAfterItsDay() {
        createNode("expired").expect(201);
        sql.sql("UPDATE idempotent_answer SET expires_at = now() - interval '1 second'")
                .update();
        createNode("expired").refused(409, "NAME_TAKEN");
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        api.sendWith(Map.of("Idempotency-Key", "1"), "POST", "/pools", "{\"name\": \"x\"}")
                .refused(400, "IDEMPOTENCY_KEY_INVALID")
                .naming("Idempotency-Key");
    }

    /** Deeds are audited though they change nothing. */
    private long revision() {
        return sql.sql("SELECT revision FROM configuration")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
