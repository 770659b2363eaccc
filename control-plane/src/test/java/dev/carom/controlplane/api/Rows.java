package dev.carom.controlplane.api;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database holds, as one text: equal texts are equal rows. Events are not among it: those that nodes cause come
 * whenever they come.
 */
final class Rows {
    private static final List<String> TABLES = List.of(
            "configuration",
            "revision",
            "revision_change",
            "node_group",
            "network",
            "node",
            "virtual_router",
            "virtual_router_priority",
            "node_token",
            "health_monitor",
            "pool",
            "backend",
            "vip",
            "listener",
            "audit_entry",
            "idempotent_answer",
            "pending_confirmation");

    private Rows() {}

    static String of(JdbcClient sql) {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            String digest = sql.sql(
                            "SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' ORDER BY row::text)), '') FROM "
                                    + table + " AS row")
                    .query(String.class)
                    .single();
            all.append(table).append(' ').append(digest).append('\n');
        }
        return all.toString();
    }
}
