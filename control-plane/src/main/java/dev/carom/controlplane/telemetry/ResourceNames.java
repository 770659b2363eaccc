package dev.carom.controlplane.telemetry;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call the things that nodes name by id. */
@Component
class ResourceNames {
    private final JdbcClient jdbc;

    ResourceNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the backends and listeners whose health changed, and of the node; one statement. */
    Map<UUID, String> of(ReportDifference difference, UUID node) {
        UUID[] ids = Stream.concat(
                        Stream.of(node),
                        difference.health().stream()
                                .limit(ReportHappenings.MOST)
                                .flatMap(each -> Stream.of(each.backendId(), each.listenerId())))
                .distinct()
                .toArray(UUID[]::new);
        return jdbc
                .sql("""
                        select id, name from node where id = any(:ids)
                        union all select id, name from backend where id = any(:ids)
                        union all select listener.id, listener.name || ' of VIP ' || vip.name
                          from listener join vip on vip.id = vip_id where listener.id = any(:ids)
                        """)
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
