package dev.carom.controlplane.config;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            .with(Field.text("actor"), "actor")
            .with(Field.text("message"), "coalesce(left(message, 200), '')");

    /** In the order of the numbers. */
    public List<Revision> list(List<Long> numbers) {
        return sql.sql("""
                SELECT number, epoch, created_at, actor, message, host(source_address) AS source_address
                FROM revision JOIN unnest(:numbers::bigint[]) WITH ORDINALITY AS wanted (number, place) USING (number)
                ORDER BY place
                """)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(new DataClassRowMapper<>(Revision.class))
                .list();
    }

    public Optional<Revision> find(long number) {
        return list(List.of(number)).stream().findFirst();
    }

    /** In the order in which they were made. */
    public List<RevisionChange> changes(long number) {
        return sql.sql("""
                SELECT resource_type, resource_id, resource_name, action, before, after
                FROM revision_change WHERE revision = :number ORDER BY ordinal
                """).param("number", number).query(this::change).list();
    }

    private RevisionChange change(ResultSet row, int index) throws SQLException {
        return new RevisionChange(
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("resource_name"),
                row.getString("action"),
                read(row.getString("before")),
                read(row.getString("after")));
    }

    /** What changed from one revision to another, either way round: by kind and id, without what ended as it began. */
    public List<RevisionChange> differences(long from, long to) {
        return sql.sql("""
                WITH touched AS (
                  SELECT DISTINCT resource_type, resource_id FROM revision_change
                  WHERE revision > least(:from, :to) AND revision <= greatest(:from, :to)),
                ends AS (
                  SELECT touched.*, (%1$s :from %2$s) AS before, (%1$s :to %2$s) AS after, (
                    SELECT resource_name FROM revision_change AS change
                    WHERE (change.resource_type, change.resource_id) = (touched.resource_type, touched.resource_id)
                    ORDER BY revision DESC, ordinal DESC LIMIT 1) AS resource_name
                  FROM touched)
                SELECT resource_type, resource_id, resource_name, before, after,
                  CASE WHEN before IS NULL THEN 'CREATED' WHEN after IS NULL THEN 'DELETED' ELSE 'UPDATED' END AS action
                FROM ends WHERE before IS DISTINCT FROM after ORDER BY resource_type, resource_id
                """.formatted("""
                SELECT after FROM revision_change AS change
                WHERE (change.resource_type, change.resource_id) = (touched.resource_type, touched.resource_id)
                  AND change.revision <=""", "ORDER BY revision DESC, ordinal DESC LIMIT 1"))
                .param("from", from)
                .param("to", to)
                .query(this::change)
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
