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

    /** The node whose token this is. The look-up is by hash: its time tells nothing of the token. */
    public Optional<UUID> authenticate(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return sql.sql("SELECT node_id FROM node_token WHERE hash = :hash")
                .param("hash", Secret.hash(token))
                .query(UUID.class)
                .optional();
    }
}
