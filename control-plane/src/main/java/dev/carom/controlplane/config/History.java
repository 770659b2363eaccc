package dev.carom.controlplane.config;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Difference;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.security.Actors;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes revisions, with their audit and events, in a number of statements that does not grow with the changes. */
@Component
class History {
    private static final UUID NO_RESOURCE = new UUID(0, 0);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Events events;
    private final Actors actors;
    private final Circumstances circumstances;
    private final Clock clock;

    History(
            JdbcClient sql,
            JsonMapper json,
            AuditTrail audit,
            Events events,
            Actors actors,
            Circumstances circumstances,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.actors = actors;
        this.circumstances = circumstances;
        this.clock = clock;
    }

    /**
     * The number of the revision that holds now: a new one, or the current one if nothing changed.
     *
     * @param reason why, where the caller does not say
     * @throws dev.carom.controlplane.problem.Conflict if a limit would be exceeded
     */
    long append(Standing current, List<Change> changes, @Nullable String reason) {
        if (changes.isEmpty()) {
            return current.revision();
        }
        Instant now = clock.instant();
        String actor = actors.current();
        long number = open(current, changes, actor, reason, now);
        insert(number, changes);
        audit.record(now, actor, number, changes.stream().map(this::deed).toList());
        events.record(now, number, changes.stream().map(History::happening).toList());
        return number;
    }

    /** A number for a node group's state that changes although no resource does. */
    void appendEmpty(Standing current, String actor, UUID nodeGroup) {
        long number = open(current, List.of(), actor, null, clock.instant());
        sql.sql("INSERT INTO renewal (revision, node_group_id) VALUES (?, ?)")
                .params(number, nodeGroup)
                .update();
    }

    /** A number that begins an epoch, with the deed in the trail. */
    RevisionId appendEpoch(Standing current, long epoch, String reason) {
        Instant now = clock.instant();
        String actor = actors.current();
        long number = open(current.in(epoch), List.of(), actor, reason, now);
        Deed deed = new Deed("ADOPTED", "configuration", NO_RESOURCE, "epoch " + epoch);
        audit.record(now, actor, number, List.of(deed));
        return new RevisionId(epoch, number);
    }

    private long open(Standing current, List<Change> changes, String actor, @Nullable String reason, Instant now) {
        Limits.check(current, changes);
        long number = current.revision() + 1;
        String given = circumstances.message();
        sql.sql("""
                INSERT INTO revision (number, epoch, created_at, actor, message, source_address)
                VALUES (:number, :epoch, :now, :actor, :message, CAST(:source AS inet))
                """)
                .param("number", number)
                .param("epoch", current.epoch())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("message", given == null ? reason : given)
                .param("source", circumstances.sourceAddress())
                .update();
        sql.sql("""
                UPDATE configuration
                SET epoch = :epoch, revision = :number, vips = vips + :vips, backends = backends + :backends
                """)
                .param("epoch", current.epoch())
                .param("vips", Limits.VIPS.growth(changes))
                .param("backends", Limits.BACKENDS.growth(changes))
                .param("number", number)
                .update();
        return number;
    }

    private void insert(long number, List<Change> changes) {
        sql.sql("""
                INSERT INTO revision_change
                  (revision, ordinal, resource_type, resource_id, resource_name, action, before, after)
                SELECT :number, ordinal, resource_type, resource_id, resource_name, action, before::jsonb, after::jsonb
                FROM unnest(:types::text[], :ids::uuid[], :names::text[], :actions::text[], :befores::text[], :afters::text[])
                  WITH ORDINALITY
                  AS change (resource_type, resource_id, resource_name, action, before, after, ordinal)
                """)
                .param("number", number)
                .param(
                        "types",
                        texts(changes, change -> change.resource().type().noun()))
                .param(
                        "ids",
                        changes.stream().map(change -> change.resource().id()).toArray(UUID[]::new))
                .param("names", texts(changes, change -> change.resource().name()))
                .param("actions", texts(changes, change -> change.action().name()))
                .param("befores", texts(changes, change -> write(change.before())))
                .param("afters", texts(changes, change -> write(change.after())))
                .update();
    }

    private interface Column {
        @Nullable String of(Change change);
    }

    private static @Nullable String[] texts(List<Change> changes, Column column) {
        @Nullable String[] values = new @Nullable String[changes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.of(changes.get(i));
        }
        return values;
    }

    private @Nullable String write(@Nullable Object content) {
        return content == null ? null : json.writeValueAsString(content);
    }

    private Deed deed(Change change) {
        Resource resource = change.resource();
        return new Deed(
                change.action().name(),
                resource.type().noun(),
                resource.id(),
                resource.name(),
                Difference.of(tree(change.before()), tree(change.after())));
    }

    private @Nullable JsonNode tree(@Nullable Object content) {
        return content == null ? null : json.valueToTree(content);
    }

    private static Happening happening(Change change) {
        Resource resource = change.resource();
        String noun = resource.type().noun();
        String verb = change.action().verb();
        return new Happening(
                noun + "." + verb,
                noun,
                resource.id(),
                resource.type().spoken() + " " + resource.name() + " was " + verb);
    }
}
