package dev.carom.controlplane.audit;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what, and when; written in the transaction of the deed. */
@Component
public class AuditTrail {
    private final JdbcClient sql;

    AuditTrail(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param action as {@code CREATED} or {@code TOKEN_RENEWED} */
    public record Deed(String action, String resourceType, UUID resourceId, String resourceName) {}

    /** One statement, however many deeds. {@code revision} is null when nothing of the configuration changed. */
    public void record(Instant now, String actor, @Nullable Long revision, List<Deed> deeds) {
        sql.sql("""
                INSERT INTO audit_entry (created_at, actor, action, resource_type, resource_id, resource_name, revision)
                SELECT :now, :actor, deed.action, deed.resource_type, deed.resource_id, deed.resource_name, :revision
                FROM unnest(:actions::text[], :types::text[], :ids::uuid[], :names::text[])
                  AS deed (action, resource_type, resource_id, resource_name)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("revision", revision, Types.BIGINT)
                .param("actions", deeds.stream().map(Deed::action).toArray(String[]::new))
                .param("types", deeds.stream().map(Deed::resourceType).toArray(String[]::new))
                .param("ids", deeds.stream().map(Deed::resourceId).toArray(UUID[]::new))
                .param("names", deeds.stream().map(Deed::resourceName).toArray(String[]::new))
                .update();
    }

    /** What the trail can be filtered and sorted by. */
    public static final SqlCollection COLLECTION = SqlCollection.numbered("audit_entry", "id", "id")
            .with(Field.time("createdAt"), "created_at")
            .with(Field.text("actor"), "actor")
            .with(Field.text("action"), "action")
            .with(Field.text("resourceType"), "resource_type")
            .with(Field.id("resourceId"), "resource_id")
            .with(Field.text("resourceName"), "resource_name");

    /** In the order of the ids. */
    public List<AuditEntry> list(List<Long> ids) {
        return sql.sql("""
                SELECT id, created_at, actor, action, resource_type, resource_id, resource_name, revision
                FROM audit_entry JOIN unnest(:ids::bigint[]) WITH ORDINALITY AS wanted (id, place) USING (id) ORDER BY place
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new AuditEntry(
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("resource_type"),
                        row.getObject("resource_id", UUID.class),
                        row.getString("resource_name"),
                        row.getObject("revision", Long.class)))
                .list();
    }
}
