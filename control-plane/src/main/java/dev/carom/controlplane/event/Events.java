package dev.carom.controlplane.event;

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

/** The one timeline of what happened. */
@Component
public class Events {
    private final JdbcClient sql;

    Events(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param type {@code <noun>.<verb>}, as {@code vip.changed} */
    public record Happening(String type, String resourceType, UUID resourceId, String summary) {}

    /** One statement, however many happenings, in the caller's transaction. */
    public void record(Instant now, @Nullable Long revision, List<Happening> happenings) {
        sql.sql("""
                INSERT INTO event (created_at, type, resource_type, resource_id, summary, revision)
                SELECT :now, happening.type, happening.resource_type, happening.resource_id, happening.summary, :revision
                FROM unnest(:types::text[], :nouns::text[], :ids::uuid[], :summaries::text[])
                  AS happening (type, resource_type, resource_id, summary)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revision, Types.BIGINT)
                .param("types", happenings.stream().map(Happening::type).toArray(String[]::new))
                .param("nouns", happenings.stream().map(Happening::resourceType).toArray(String[]::new))
                .param("ids", happenings.stream().map(Happening::resourceId).toArray(UUID[]::new))
                .param("summaries", happenings.stream().map(Happening::summary).toArray(String[]::new))
                .update();
    }

    /** What the timeline can be filtered and sorted by. */
    public static final SqlCollection COLLECTION = SqlCollection.numbered("event", "id", "id")
            .with(Field.time("createdAt"), "created_at")
            .with(Field.text("type"), "type")
            .with(Field.text("resourceType"), "resource_type")
            .with(Field.id("resourceId"), "resource_id")
            .with(Field.text("summary"), "left(summary, 200)");

    /** In the order of the ids. */
    public List<Event> list(List<Long> ids) {
        return sql.sql("""
                SELECT id, created_at, type, resource_type, resource_id, summary, revision
                FROM event JOIN unnest(:ids::bigint[]) WITH ORDINALITY AS wanted (id, place) USING (id) ORDER BY place
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Event(
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("type"),
                        row.getString("resource_type"),
                        row.getObject("resource_id", UUID.class),
                        row.getString("summary"),
                        row.getObject("revision", Long.class)))
                .list();
    }
}
