package dev.carom.controlplane.webhook;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rows of deliveries, as people look at them. */
@Component
class Deliveries {
    /** What tests tell of. */
    static final String TEST = "webhook.test";

    private static final String SELECT = "SELECT webhook_delivery.* FROM webhook_delivery ";

    private final JdbcClient sql;

    Deliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param webhook comes from a parsed id: it becomes SQL */
    static SqlCollection collection(UUID webhook) {
        return SqlCollection.numbered("webhook_delivery", "number", "number")
                .where("webhook_id = '" + webhook + "'")
                .with(Field.time("createdAt"), "created_at")
                .with(Field.text("type"), "type")
                .with(Field.choice("state", DeliveryState.class), "state")
                .with(Field.number("attempts"), "attempts");
    }

    /** In the order of the numbers. */
    List<Delivery> list(List<Long> numbers) {
        return sql.sql(SELECT + """
                        JOIN unnest(?::bigint[]) WITH ORDINALITY AS wanted (number, place) USING (number) ORDER BY place
                        """)
                .param(numbers.toArray(Long[]::new))
                .query(Deliveries::read)
                .list();
    }

    Optional<Delivery> find(UUID webhook, UUID id) {
        return sql.sql(SELECT + "WHERE webhook_id = ? AND id = ?")
                .params(webhook, id)
                .query(Deliveries::read)
                .optional();
    }

    Delivery addTest(Webhook webhook) {
        Delivery added = sql.sql("""
                        INSERT INTO webhook_delivery
                          (webhook_id, created_at, type, resource_type, resource_id, summary)
                        VALUES (:webhook, now(), :type, 'webhook', :webhook, :summary) RETURNING *
                        """)
                .param("webhook", webhook.id())
                .param("type", TEST)
                .param("summary", "A test of the webhook " + webhook.name())
                .query(Deliveries::read)
                .single();
        announce();
        return added;
    }

    void renew(UUID id) {
        sql.sql("UPDATE webhook_delivery SET state = 'PENDING', attempts = 0, due_at = now() WHERE id = ?")
                .param(id)
                .update();
        announce();
    }

    private void announce() {
        sql.sql("SELECT pg_notify('" + Dispatcher.CHANNEL + "', '')")
                .query((row, number) -> true)
                .single();
    }

    /** Whatever is not made by then is made no more. */
    @Scheduled(fixedDelay = 3_600_000)
    void forgetOld() {
        sql.sql("""
                DELETE FROM webhook_delivery WHERE created_at < now() - interval '30 days'
                  OR state = 'DELIVERED' AND created_at < now() - interval '7 days'
                """).update();
    }

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("event_id", Long.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("type"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("summary"),
                row.getObject("revision", Long.class),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("last_attempt_at")),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
