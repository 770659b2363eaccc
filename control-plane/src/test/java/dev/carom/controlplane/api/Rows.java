package dev.carom.controlplane.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final List<String> ADMINISTERED =
            List.of("user_account", "role_binding", "webhook", "capture", "canary", "canary_node", "renewal");

    /** What is written of a request that was refused. */
    private static final Set<String> OF_REFUSALS = Set.of("audit_entry", "idempotent_answer");

    private Rows() {}

    static String of(JdbcClient sql) {
        return of(sql, TABLES);
    }

    /** All that is configured and its history, people, tokens and webhooks too. */
    static String ofConfiguration(JdbcClient sql) {
        return of(
                sql,
                Stream.concat(TABLES.stream().filter(table -> !OF_REFUSALS.contains(table)), ADMINISTERED.stream())
                        .toList());
    }

    private static String of(JdbcClient sql, List<String> tables) {
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
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
