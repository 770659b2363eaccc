package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which node groups' states revisions may have changed, from what they changed and where that is used now. */
@Component
class TouchedGroups {
    /**
     * What links a group to its content is content itself: where a link changed, the change of what holds it is found
     * by the links above, which did not. So links as they are now find everything, and what is deleted names its holder.
     */
    private static final String TOUCHED = """
            WITH change AS MATERIALIZED (
              SELECT resource_type, resource_id, content
              FROM revision_change CROSS JOIN LATERAL (VALUES (before), (after)) AS side (content)
              WHERE revision > :assembled AND revision <= :configured AND content IS NOT NULL),
            touched_pool AS (
              SELECT resource_id AS pool_id FROM change WHERE resource_type = 'pool'
              UNION
              SELECT (content ->> 'poolId')::uuid FROM change WHERE resource_type = 'backend'
              UNION
              SELECT pool.id FROM change JOIN pool ON health_monitor_id = resource_id
              WHERE resource_type = 'healthMonitor'),
            touched_vip AS (
              SELECT (content ->> 'vipId')::uuid AS vip_id FROM change WHERE resource_type = 'listener'
              UNION
              SELECT vip_id FROM touched_pool JOIN listener_pool USING (pool_id))
            SELECT resource_id FROM change WHERE resource_type = 'nodeGroup'
            UNION
            SELECT (content ->> 'nodeGroupId')::uuid FROM change WHERE resource_type IN ('node', 'vip')
            UNION
            SELECT node_group_id FROM touched_vip JOIN vip ON vip.id = vip_id
            UNION
            SELECT node_group_id FROM renewal WHERE revision > :assembled AND revision <= :configured
            """;

    private final JdbcClient jdbc;

    TouchedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Groups that are no more may be among them. Another epoch is another history: then all are. */
    Set<UUID> between(RevisionId assembled, RevisionId configured) {
        JdbcClient.StatementSpec statement = assembled.epoch() == configured.epoch()
                ? jdbc.sql(TOUCHED).param("assembled", assembled.revision()).param("configured", configured.revision())
                : jdbc.sql("SELECT id FROM node_group");
        return Set.copyOf(statement.query(UUID.class).list());
    }
}
