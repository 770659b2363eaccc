package dev.carom.controlplane.webhook;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of webhooks. */
@Component
class WebhookRows {
    static final SqlCollection COLLECTION = SqlCollection.unlabelled("webhook")
            .with(Field.text("url"), "url")
            .with(Field.choice("format", WebhookFormat.class), "format")
            .with(Field.truth("enabled"), "enabled");

    private static final String SELECT = """
            SELECT id, name, url, format, event_types, enabled, version, created_at, updated_at,
              (SELECT count(*) FROM webhook_delivery WHERE webhook_id = webhook.id AND state = 'PENDING') AS pending,
              (SELECT count(*) FROM webhook_delivery WHERE webhook_id = webhook.id AND state = 'DEAD') AS dead
            FROM webhook
            """;

    private final JdbcClient sql;

    WebhookRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Webhook> find(UUID id) {
        return sql.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(WebhookRows::webhook)
                .optional();
    }

    /** In the order of the ids. */
    List<Webhook> list(List<UUID> ids) {
        return sql.sql(SELECT + """
                        JOIN unnest(?::uuid[]) WITH ORDINALITY AS wanted (id, place) USING (id) ORDER BY place
                        """)
                .param(ids.toArray(UUID[]::new))
                .query(WebhookRows::webhook)
                .list();
    }

    /** Locks out who creates at the same time. */
    long countForCreation() {
        sql.sql("LOCK TABLE webhook IN SHARE ROW EXCLUSIVE MODE").update();
        return sql.sql("SELECT count(*) FROM webhook").query(Long.class).single();
    }

    void insert(UUID id, WebhookSpec spec, String secret) {
        sql.sql("""
                INSERT INTO webhook
                  (id, name, url, format, event_types, enabled, secret, version, created_at, updated_at)
                VALUES (:id, :name, :url, :format, :types, :enabled, :secret, 0, now(), now())
                """)
                .param("id", id)
                .param("name", spec.name())
                .param("url", spec.url())
                .param("format", spec.format().name())
                .param("types", spec.eventTypes().toArray(String[]::new))
                .param("enabled", spec.enabled())
                .param("secret", secret)
                .update();
    }

    /** A secret that the document leaves out stays. */
    void update(UUID id, WebhookSpec spec) {
        sql.sql("""
                UPDATE webhook SET name = :name, url = :url, format = :format, event_types = :types,
                  enabled = :enabled, secret = coalesce(:secret::text, secret), version = version + 1, updated_at = now()
                WHERE id = :id
                """)
                .param("id", id)
                .param("name", spec.name())
                .param("url", spec.url())
                .param("format", spec.format().name())
                .param("types", spec.eventTypes().toArray(String[]::new))
                .param("enabled", spec.enabled())
                .param("secret", spec.secret())
                .update();
    }

    void delete(UUID id) {
        sql.sql("DELETE FROM webhook WHERE id = ?").param(id).update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                WebhookFormat.valueOf(row.getString("format")),
                List.of((String[]) row.getArray("event_types").getArray()),
                row.getBoolean("enabled"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("pending"),
                row.getLong("dead"));
    }
}
