package dev.carom.controlplane.audit;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, and when; written in the transaction of the deed, and never changed after. */
@Component
public class AuditTrail {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOBODY = "nobody";
    private static final UUID NO_RESOURCE = new UUID(0, 0);

    private final JdbcClient sql;
    private final Actors actors;

    AuditTrail(JdbcClient sql, Actors actors) {
        this.sql = sql;
        this.actors = actors;
    }

    /**
     * @param action as {@code CREATED} or {@code TOKEN_RENEWED}
     * @param difference JSON of what was before and after, without secrets; null when there is nothing to compare
     */
    public record Deed(
            String action,
            String resourceType,
            UUID resourceId,
            String resourceName,
            @Nullable String difference) {
        public Deed(String action, String resourceType, UUID resourceId, String resourceName) {
            this(action, resourceType, resourceId, resourceName, null);
        }
    }

    /** One statement, however many deeds. {@code revision} is null when nothing of the configuration changed. */
    public void record(Instant now, String actor, @Nullable Long revision, List<Deed> deeds) {
        Origin origin = Origin.current();
        insert(now, actor, revision, deeds, "DONE", origin, origin.reason());
        Origin.markRecorded();
    }

    /** An attempt that came to nothing, in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Instant now, String code) {
        Origin origin = Origin.current();
        Deed attempt = Origin.concerned()
                .map(about -> new Deed("DENIED", about.resourceType(), about.id(), about.name()))
                .orElseGet(() -> new Deed("DENIED", "endpoint", NO_RESOURCE, String.valueOf(origin.request())));
        insert(now, actors.caller().map(Caller::name).orElse(NOBODY), null, List.of(attempt), "DENIED", origin, code);
    }

    private void insert(
            Instant now,
            String actor,
            @Nullable Long revision,
            List<Deed> deeds,
            String outcome,
            Origin origin,
            @Nullable String reason) {
        UUID token = actors.caller()
                .filter(caller -> caller.kind() == Caller.Kind.TOKEN)
                .map(Caller::id)
                .orElse(null);
        sql.sql("""
                INSERT INTO audit_entry (created_at, actor, action, resource_type, resource_id, resource_name, difference,
                  revision, outcome, token_id, address, request_id, request, reason)
                SELECT :now, :actor, deed.action, deed.resource_type, deed.resource_id, deed.resource_name,
                  deed.difference::jsonb, :revision, :outcome, :token, :address::inet, :requestId, :request, :reason
                FROM unnest(:actions::text[], :types::text[], :ids::uuid[], :names::text[], :differences::text[])
                  AS deed (action, resource_type, resource_id, resource_name, difference)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("revision", revision, Types.BIGINT)
                .param("outcome", outcome)
                .param("token", token, Types.OTHER)
                .param("address", origin.address(), Types.VARCHAR)
                .param("requestId", origin.requestId(), Types.VARCHAR)
                .param("request", origin.request(), Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("actions", deeds.stream().map(Deed::action).toArray(String[]::new))
                .param("types", deeds.stream().map(Deed::resourceType).toArray(String[]::new))
                .param("ids", deeds.stream().map(Deed::resourceId).toArray(UUID[]::new))
                .param("names", deeds.stream().map(Deed::resourceName).toArray(String[]::new))
                .param("differences", deeds.stream().map(Deed::difference).toArray(String[]::new))
                .update();
    }

    /** What the trail can be filtered and sorted by. */
    public static final SqlCollection COLLECTION = SqlCollection.numbered("audit_entry", "id", "id")
            .with(Field.time("createdAt"), "created_at")
            .with(Field.text("actor"), "actor")
            .with(Field.text("action"), "action")
            .with(Field.text("resourceType"), "resource_type")
            .with(Field.id("resourceId"), "resource_id")
            .with(Field.text("resourceName"), "resource_name")
            .with(Field.text("outcome"), "outcome");

    /** In the order of the ids. */
    public List<AuditEntry> list(List<Long> ids) {
        return sql.sql("""
                SELECT id, created_at, actor, token_id, host(address) AS address, request_id, request, outcome, action,
                  resource_type, resource_id, resource_name, difference, revision, reason
                FROM audit_entry JOIN unnest(:ids::bigint[]) WITH ORDINALITY AS wanted (id, place) USING (id) ORDER BY place
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(AuditTrail::read)
                .list();
    }

    /** Older than {@code before}, the newest first. */
    public List<AuditEntry> before(long before, int limit) {
        return list(sql.sql("SELECT id FROM audit_entry WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list());
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        String difference = row.getString("difference");
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("actor"),
                row.getObject("token_id", UUID.class),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("request"),
                row.getString("outcome"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("resource_name"),
                difference == null ? null : JSON.readTree(difference),
                row.getObject("revision", Long.class),
                row.getString("reason"));
    }
}
