package dev.carom.controlplane.config;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the history of the configuration. */
@Component
public class Revisions {
    private final JdbcClient sql;
    private final JsonMapper json;

    Revisions(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What revisions can be filtered and sorted by. */
    public static final SqlCollection COLLECTION = SqlCollection.numbered("revision", "number", "number")
            .with(Field.time("createdAt"), "created_at")
            .with(Field.text("actor"), "actor");

    /** In the order of the numbers. */
    public List<Revision> list(List<Long> numbers) {
        return sql.sql("""
                SELECT number, epoch, created_at, actor
                FROM revision JOIN unnest(:numbers::bigint[]) WITH ORDINALITY AS wanted (number, place) USING (number)
                ORDER BY place
                """)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(new DataClassRowMapper<>(Revision.class))
                .list();
    }

    public Optional<Revision> find(long number) {
        return sql.sql("SELECT number, epoch, created_at, actor FROM revision WHERE number = :number")
                .param("number", number)
                .query(new DataClassRowMapper<>(Revision.class))
                .optional();
    }

    /** In the order in which they were made. */
    public List<RevisionChange> changes(long number) {
        return sql.sql("""
                SELECT resource_type, resource_id, resource_name, action, before, after
                FROM revision_change WHERE revision = :number ORDER BY ordinal
                """)
                .param("number", number)
                .query((row, index) -> new RevisionChange(
                        row.getString("resource_type"),
                        row.getObject("resource_id", UUID.class),
                        row.getString("resource_name"),
                        row.getString("action"),
                        read(row.getString("before")),
                        read(row.getString("after"))))
                .list();
    }

    /** One resource as it was at a revision. */
    public record Content(String resourceType, UUID resourceId, JsonNode content) {}

    /** The whole configuration as it was at a revision, rebuilt from the last change of each resource until then. */
    public List<Content> contentAt(long number) {
        return sql.sql("""
                SELECT resource_type, resource_id, after FROM (
                  SELECT DISTINCT ON (resource_type, resource_id) resource_type, resource_id, after
                  FROM revision_change WHERE revision <= :number
                  ORDER BY resource_type, resource_id, revision DESC, ordinal DESC) AS latest
                WHERE after IS NOT NULL ORDER BY resource_type, resource_id
                """)
                .param("number", number)
                .query((row, index) -> new Content(
                        row.getString("resource_type"),
                        row.getObject("resource_id", UUID.class),
                        json.readTree(row.getString("after"))))
                .list();
    }

    private @Nullable JsonNode read(@Nullable String document) {
        return document == null ? null : json.readTree(document);
    }
}
