package dev.carom.controlplane.event;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one timeline of what happened, and the way to tell whoever watches. */
@Component
public class Events {
    /** PostgreSQL's NOTIFY takes less than 8,000 bytes. */
    private static final int LARGEST_SIGNAL = 7_900;

    private static final String COLUMNS =
            "SELECT id, created_at, type, resource_type, resource_id, summary, revision, snapshot FROM event ";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Events(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param type {@code <noun>.<verb>}, as {@code vip.changed}
     * @param snapshot of what no collection shows; resources are read when they are told of
     */
    public record Happening(
            String type,
            String resourceType,
            UUID resourceId,
            String summary,
            @Nullable Object snapshot) {
        public Happening(String type, String resourceType, UUID resourceId, String summary) {
            this(type, resourceType, resourceId, summary, null);
        }
    }

    /** Keeps what happened and tells every watcher, on every replica, when the caller's transaction commits. */
    public void publish(List<Happening> happenings) {
        record(clock.instant(), null, happenings);
    }

    /** Keeps one and tells it. */
    public void publish(Happening happening) {
        publish(List.of(happening));
    }

    /**
     * Tells every watcher, on every replica, of something that is worth nothing later: it is not kept, and who was away
     * does not hear it.
     *
     * @param type {@code <noun>.<verb>}, as {@code diagnosis.progress}
     * @param payload becomes the event's data, as JSON
     * @throws IllegalArgumentException if the JSON has more than 7,900 bytes
     */
    public void signal(String type, Object payload) {
        String text = type + "\n" + json.writeValueAsString(payload);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_SIGNAL) {
            throw new IllegalArgumentException("a signal has at most " + LARGEST_SIGNAL + " bytes: " + type);
        }
        sql.sql("SELECT pg_notify('" + EventChannels.SIGNAL + "', ?)")
                .param(text)
                .query((row, number) -> true)
                .single();
    }

    /** One statement, however many happenings, in the caller's transaction. */
    public void record(Instant now, @Nullable Long revision, List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        sql.sql("""
                INSERT INTO event (created_at, type, resource_type, resource_id, summary, revision, snapshot)
                SELECT :now, happening.type, happening.resource_type, happening.resource_id, happening.summary,
                  :revision, happening.snapshot::jsonb
                FROM unnest(:types::text[], :nouns::text[], :ids::uuid[], :summaries::text[], :snapshots::text[])
                  WITH ORDINALITY
                  AS happening (type, resource_type, resource_id, summary, snapshot, ordinal)
                ORDER BY ordinal
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revision, Types.BIGINT)
                .param("types", happenings.stream().map(Happening::type).toArray(String[]::new))
                .param("nouns", happenings.stream().map(Happening::resourceType).toArray(String[]::new))
                .param("ids", happenings.stream().map(Happening::resourceId).toArray(UUID[]::new))
                .param("summaries", happenings.stream().map(Happening::summary).toArray(String[]::new))
                .param("snapshots", snapshots(happenings))
                .update();
    }

    private @Nullable String[] snapshots(List<Happening> happenings) {
        @Nullable String[] texts = new @Nullable String[happenings.size()];
        for (int i = 0; i < texts.length; i++) {
            Object snapshot = happenings.get(i).snapshot();
            texts[i] = snapshot == null ? null : json.writeValueAsString(snapshot);
        }
        return texts;
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
        return sql.sql(COLUMNS
                        + "JOIN unnest(:ids::bigint[]) WITH ORDINALITY AS wanted (id, place) USING (id) ORDER BY place")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::event)
                .list();
    }

    /** The oldest first, newer than {@code after}. */
    List<Event> after(long after, int limit) {
        return sql.sql(COLUMNS + "WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    /** The id of the newest; 0 before the first. */
    long newest() {
        return sql.sql("SELECT coalesce(max(id), 0) FROM event")
                .query(Long.class)
                .single();
    }

    private Event event(ResultSet row, int number) throws SQLException {
        String snapshot = row.getString("snapshot");
        return new Event(
                row.getLong("id"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("type"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("summary"),
                row.getObject("revision", Long.class),
                snapshot == null ? null : json.readTree(snapshot));
    }
}
