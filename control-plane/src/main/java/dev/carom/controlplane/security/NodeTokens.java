package dev.carom.controlplane.security;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens by which nodes prove who they are: shown once when made, kept as hashes only. */
@Component
public class NodeTokens {
    private static final String PREFIX = "carom_node_";

    private final JdbcClient sql;
    private final Clock clock;

    NodeTokens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes the node's token; one that it had before is worthless from the commit on. */
    public String issue(UUID node) {
        String token = Secret.random(PREFIX);
        sql.sql("""
                INSERT INTO node_token (node_id, hash, created_at) VALUES (:node, :hash, :now)
                ON CONFLICT (node_id) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
                """)
                .param("node", node)
                .param("hash", Secret.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The node that has a token, and its group. */
    public record Holder(UUID node, UUID nodeGroup) {}

    /** The node whose token this is. The look-up is by hash: its time tells nothing of the token. */
    public Optional<Holder> authenticate(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return sql.sql("""
                SELECT node.id, node.node_group_id FROM node_token JOIN node ON node.id = node_id WHERE hash = :hash
                """)
                .param("hash", Secret.hash(token))
                .query((row, number) -> new Holder(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }
}
