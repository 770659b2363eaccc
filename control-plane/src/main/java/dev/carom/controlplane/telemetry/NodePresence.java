package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells when nodes connect and when they are lost. Any replica looks; the rows decide which of them tells. */
@Component
class NodePresence {
    private final JdbcClient jdbc;
    private final Events events;

    NodePresence(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A stream is there while its replica says so; three heartbeats without a word and that replica is gone itself. */
    private static final String SEEN = """
            select node.id, node.name, exists (select from node_connection
              where node_connection.node_id = node.id and seen_at > now() - interval '15 seconds') as connected
            from node""";

    /** A node that only dials anew, as when a replica goes away, is not lost: it has 5 s. */
    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void look() {
        tell("node.connected", "Node %s is connected", jdbc.sql("""
                with seen as (%s)
                insert into node_presence (node_id, present)
                select id, true from seen where connected
                  and not exists (select from node_presence where node_id = id and present and missing_since is null)
                on conflict (node_id) do update set present = true, missing_since = null
                  where not node_presence.present or node_presence.missing_since is not null
                returning old.present is distinct from true, node_id, (select name from node where id = node_id)
                """.formatted(SEEN)));
        jdbc.sql("""
                with seen as (%s)
                update node_presence set missing_since = now()
                from seen where id = node_id and not connected and present and missing_since is null
                """.formatted(SEEN)).update();
        tell(
                "node.lost",
                "Node %s has lost its connection; it forwards on as it was last told, if it lives",
                jdbc.sql("""
                update node_presence set present = false
                where present and missing_since < now() - interval '5 seconds'
                returning true, node_id, (select name from node where id = node_id)
                """));
    }

    private record Change(boolean news, UUID id, String name) {}

    private void tell(String type, String sentence, JdbcClient.StatementSpec statement) {
        List<Happening> happenings = statement
                .query((row, number) -> new Change(row.getBoolean(1), row.getObject(2, UUID.class), row.getString(3)))
                .list()
                .stream()
                .filter(Change::news)
                .map(change ->
                        new Happening(type, ResourceType.NODE.noun(), change.id(), sentence.formatted(change.name())))
                .toList();
        events.publish(happenings);
    }
}
