package dev.carom.controlplane.webhook;

import dev.carom.controlplane.event.Notified;
import dev.carom.controlplane.security.Egress;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers: one virtual thread for each webhook that this replica holds, so that a slow receiver delays its own
 * deliveries only. The database's NOTIFY wakes it; it looks by itself every second too.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class Dispatcher implements Notified {
    static final String CHANNEL = "carom_webhook";

    private static final int SUCCESS = 2;
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox outbox;
    private final WebhookSettings settings;
    private final Courier courier;
    private final Backoff backoff;
    private final MeterRegistry meters;
    private final Clock clock;
    private final UUID replica = UUID.randomUUID();

    Dispatcher(Outbox outbox, WebhookSettings settings, Egress egress, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.courier = new Courier(egress, settings.timeout());
        this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), RandomGenerator.getDefault());
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void hear(String payload) {
        Thread.startVirtualThread(this::deliverWhatIsDue);
    }

    @Scheduled(fixedDelay = 1_000)
    void deliverWhatIsDue() {
        try {
            outbox.lease(replica, settings.lease())
                    .forEach(webhook ->
                            Thread.ofVirtual().name("webhook " + webhook).start(() -> deliver(webhook)));
        } catch (DataAccessException e) {
            log.warn("Webhooks wait for the database: {}", e.toString());
        }
    }

    private void deliver(UUID webhook) {
        try {
            while (outbox.renew(webhook, replica, settings.lease())) {
                Outbox.Parcel parcel = outbox.next(webhook).orElse(null);
                if (parcel == null) {
                    break;
                }
                attempt(parcel);
            }
            outbox.release(webhook, replica);
        } catch (DataAccessException e) {
            log.warn("Webhook {} waits for the database: {}", webhook, e.toString());
        }
    }

    private void attempt(Outbox.Parcel parcel) {
        Delivery delivery = parcel.delivery();
        try {
            int status = post(parcel);
            note(delivery, status, status / 100 == SUCCESS ? null : refusal(status));
        } catch (IOException e) {
            note(delivery, null, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static String refusal(int status) {
        return status / 100 == 3 ? "Answered " + status + ": redirects are not followed" : "Answered " + status;
    }

    private int post(Outbox.Parcel parcel) throws IOException {
        String id = parcel.delivery().id().toString();
        Instant now = clock.instant();
        String body = Bodies.of(parcel.format(), parcel.delivery());
        return courier.post(
                URI.create(parcel.url()),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Carom",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        WebhookSecret.sign(parcel.secret(), id, now, body)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void note(Delivery delivery, @Nullable Integer status, @Nullable String error) {
        int attempts = delivery.attempts() + 1;
        boolean last = attempts >= settings.attempts() || delivery.type().equals(Deliveries.TEST);
        Duration retry = error == null || last ? null : backoff.after(attempts);
        outbox.note(delivery.id(), status, error, retry);
        String outcome = error == null ? "delivered" : retry == null ? "dead" : "failed";
        meters.counter("carom.webhook.attempts", "outcome", outcome).increment();
    }
}
