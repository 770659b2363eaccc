package dev.carom.controlplane.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that happened is lost on its way, whoever dies. */
@ControlPlaneTest
class OutboxIT {
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Receiver receiver;
    private final UUID subject = UUID.randomUUID();
    private final UUID webhook = UUID.randomUUID();

    @Autowired
    WebhookRows rows;

    @Autowired
    Outbox outbox;

    @Autowired
    Events events;

    @Autowired
    PlatformTransactionManager transactions;

    OutboxIT() throws Exception {
        receiver = new Receiver();
    }

    @AfterEach
    void remove() {
        rows.delete(webhook);
        receiver.close();
    }

    /** The dead one has sent it, perhaps, and not said so: it is sent again, under the id that it had. */
    @Test
    void whatADeadReplicaHadInHandIsDeliveredByAnother() {
        UUID dead = UUID.randomUUID();
        UUID delivery = inTransaction(() -> {
            subscribe(WebhookFormat.GENERIC);
            happen("It happened");
            assertThat(outbox.lease(dead, LEASE)).contains(webhook);
            return outbox.next(webhook).orElseThrow().delivery().id();
        });
        Instant leased = Instant.now();
        await().atMost(LONG).until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().id()).isEqualTo(delivery.toString());
        assertThat(receiver.received().getFirst().at())
                .isAfter(leased.plus(LEASE).minusSeconds(2));
        assertThat(outbox.renew(webhook, dead, LEASE))
                .as("the lease is another's")
                .isFalse();
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        inTransaction(() -> {
            subscribe(WebhookFormat.GENERIC);
            return webhook;
        });
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            happen("It did not happen");
            status.setRollbackOnly();
        });
        happen("It happened");
        await().atMost(LONG).until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received())
                .singleElement()
                .satisfies(received -> assertThat(received.body()).contains("It happened"));
    }

    @Test
    void slackReadsTheNameOfAThingAsText() {
        inTransaction(() -> {
            subscribe(WebhookFormat.SLACK);
            happen("<!channel> & others");
            return webhook;
        });
        await().atMost(LONG).until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received().getFirst().body())
                .isEqualTo("{\"text\":\"*outbox.tried* &lt;!channel&gt; &amp; others\"}");
    }

    private <T> T inTransaction(Supplier<T> work) {
        T done = new TransactionTemplate(transactions).execute(status -> work.get());
        assertThat(done).isNotNull();
        return done;
    }

    private void subscribe(WebhookFormat format) {
        rows.insert(
                webhook,
                new WebhookSpec("outbox-" + webhook, receiver.url(), format, List.of("outbox.*"), true, null),
                WebhookSecret.random());
    }

    private void happen(String summary) {
        events.publish(new Happening("outbox.tried", "nothing", subject, summary));
    }
}
