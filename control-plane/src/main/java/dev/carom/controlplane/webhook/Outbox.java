package dev.carom.controlplane.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is still to be delivered. One replica at a time delivers for a webhook, by a lease; when it vanishes, another one
 * goes on after the lease, and what was under way is sent once more under the same id. Times are the database's.
 */
@Component
class Outbox {
    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** Webhooks for which something is due and nobody delivers: they are the holder's for the lease. */
    List<UUID> lease(UUID holder, Duration lease) {
        return sql.sql("""
                UPDATE webhook SET leased_by = :holder, leased_until = now() + :lease::interval
                WHERE id IN (
                  SELECT id FROM webhook
                  WHERE enabled AND (leased_until IS NULL OR leased_until < now()) AND EXISTS (
                    SELECT FROM webhook_delivery
                    WHERE webhook_id = webhook.id AND state = 'PENDING' AND due_at <= now())
                  FOR UPDATE SKIP LOCKED)
                RETURNING id
                """)
                .param("holder", holder)
                .param("lease", lease.toString())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** False when the lease is somebody else's by now, or the webhook is disabled or gone. */
    boolean renew(UUID webhook, UUID holder, Duration lease) {
        return sql.sql("""
                        UPDATE webhook SET leased_until = now() + :lease::interval
                        WHERE id = :webhook AND leased_by = :holder AND enabled
                        """)
                        .param("webhook", webhook)
                        .param("holder", holder)
                        .param("lease", lease.toString())
                        .update()
                == 1;
    }

    void release(UUID webhook, UUID holder) {
        sql.sql("UPDATE webhook SET leased_by = NULL, leased_until = NULL WHERE id = ? AND leased_by = ?")
                .params(webhook, holder)
                .update();
    }

    /** Where a delivery goes, and how it is signed. */
    record Parcel(String url, WebhookFormat format, String secret, Delivery delivery) {}

    /** The one that is due for the longest. */
    Optional<Parcel> next(UUID webhook) {
        return sql.sql("""
                        SELECT webhook_delivery.*, url, format, secret
                        FROM webhook_delivery JOIN webhook ON webhook.id = webhook_id
                        WHERE webhook_id = ? AND state = 'PENDING' AND due_at <= now()
                        ORDER BY due_at, number LIMIT 1
                        """)
                .param(webhook)
                .query((row, number) -> new Parcel(
                        row.getString("url"),
                        WebhookFormat.valueOf(row.getString("format")),
                        row.getString("secret"),
                        Deliveries.read(row, number)))
                .optional();
    }

    /**
     * Keeps what came of an attempt.
     *
     * @param status of the answer; null when there was none
     * @param error null when it was delivered
     * @param retry when to try again; null for never
     */
    void note(UUID delivery, @Nullable Integer status, @Nullable String error, @Nullable Duration retry) {
        DeliveryState state =
                error == null ? DeliveryState.DELIVERED : retry == null ? DeliveryState.DEAD : DeliveryState.PENDING;
        sql.sql("""
                UPDATE webhook_delivery SET state = :state, attempts = attempts + 1, last_attempt_at = now(),
                  last_status = :status::int, last_error = :error::text,
                  due_at = now() + coalesce(:retry::interval, '0 s')
                WHERE id = :id AND state = 'PENDING'
                """)
                .param("state", state.name())
                .param("status", status)
                .param("error", error)
                .param("retry", retry == null ? null : retry.toString())
                .param("id", delivery)
                .update();
    }
}
