package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.StreamTeller;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is looked at, on whichever replica, for the nodes that can tell of it. */
@Component
public class LiveSubscriptions {
    private final UUID replica = UUID.randomUUID();
    private final JdbcClient jdbc;
    private final StreamTeller teller;
    private Set<String> said = Set.of();

    LiveSubscriptions(JdbcClient jdbc, StreamTeller teller) {
        this.jdbc = jdbc;
        this.teller = teller;
    }

    /** Says again what this replica's watchers look at; what a dead replica said ends by itself. */
    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void say() {
        Set<String> watched = teller.watched();
        if (watched.isEmpty() && said.isEmpty()) {
            return;
        }
        jdbc.sql("delete from live_subscription where replica = ? or until < now() - interval '1 minute'")
                .param(replica)
                .update();
        jdbc.sql("""
                        insert into live_subscription (replica, collection, id, until)
                        select ?, split_part(series, '/', 1), split_part(series, '/', 2)::uuid,
                          now() + interval '5 seconds' from unnest(?::text[]) as series
                        """).params(replica, watched.toArray(String[]::new)).update();
        said = watched;
    }

    /** The series that the nodes of each group are asked for now; groups that nobody looks at are left out. */
    public Map<UUID, Set<String>> byNodeGroup() {
        return jdbc
                .sql("""
                        select node_group_id, collection || '/' || vip.id from live_subscription
                        join vip using (id) where collection = 'vips' and until > now()
                        union
                        select node_group_id, collection || '/' || backend.id from live_subscription
                        join backend using (id) join listener_pool using (pool_id) join vip on vip.id = vip_id
                        where collection = 'backends' and until > now()
                        """)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
