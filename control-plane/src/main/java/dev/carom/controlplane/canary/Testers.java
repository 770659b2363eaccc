package dev.carom.controlplane.canary;

import dev.carom.controlplane.canary.Tester.Served;
import dev.carom.controlplane.rollout.Acknowledgements;
import dev.carom.controlplane.rollout.NodeProgress;
import dev.carom.controlplane.rollout.ResourceError;
import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.NodeReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that try a revision: what they said before, and what they say now. */
@Component
class Testers {
    private final JdbcClient sql;
    private final Acknowledgements acknowledgements;
    private final NodeReports reports;

    Testers(JdbcClient sql, Acknowledgements acknowledgements, NodeReports reports) {
        this.sql = sql;
        this.acknowledgements = acknowledgements;
        this.reports = reports;
    }

    /** Keeps what these nodes say before they try it. */
    void choose(long revision, List<UUID> nodes) {
        Map<UUID, NodeProgress> progress = acknowledgements.of(nodes);
        for (UUID node : nodes) {
            List<Served> up = reports.fresh(node).stream()
                    .flatMap(report -> report.health().stream())
                    .filter(health -> health.state() == HealthState.UP)
                    .map(Testers::served)
                    .toList();
            sql.sql("""
                            insert into canary_node (revision, node_id, left_out, listeners, backends)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            revision,
                            node,
                            progress.getOrDefault(node, NodeProgress.NONE).errors().stream()
                                    .map(ResourceError::resource)
                                    .toArray(String[]::new),
                            up.stream().map(Served::listener).toArray(UUID[]::new),
                            up.stream().map(Served::backend).toArray(UUID[]::new))
                    .update();
        }
    }

    private static Served served(BackendHealth health) {
        return new Served(health.listenerId(), health.backendId());
    }

    /** How they fare; empty while this replica has not read what they told another. */
    Optional<List<Observation>> observe(long revision) {
        List<Tester> testers =
                sql.sql("""
                        select node.id, node.name, left_out, listeners, backends
                        from canary_node join node on node.id = node_id where revision = ?
                        """).param(revision).query(Testers::tester).list();
        List<UUID> nodes = testers.stream().map(Tester::id).toList();
        Set<UUID> told = Set.copyOf(sql.sql("select node_id from node_report where node_id = any(?)")
                .param(nodes.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        if (told.stream().anyMatch(node -> reports.latest(node).isEmpty())) {
            return Optional.empty();
        }
        Map<UUID, NodeProgress> progress = acknowledgements.of(nodes);
        return Optional.of(testers.stream()
                .map(tester -> observation(
                        tester, progress.getOrDefault(tester.id(), NodeProgress.NONE), reports.latest(tester.id())))
                .toList());
    }

    private static Observation observation(Tester tester, NodeProgress progress, Optional<NodeReport> report) {
        Map<Served, HealthState> health = report.map(NodeReport::health).orElse(List.of()).stream()
                .collect(Collectors.toMap(Testers::served, BackendHealth::state, (one, other) -> other));
        Instant heardAt = report.map(NodeReport::receivedAt).orElse(null);
        return new Observation(tester, progress, heardAt, health);
    }

    /** What is to be UP as it is configured now. */
    Set<Served> configured(long revision) {
        return Set.copyOf(sql.sql("""
                        select distinct listener.id, backend.id
                        from listener join vip on vip.id = vip_id
                        join listener_pool on listener_pool.listener_id = listener.id
                        join pool on pool.id = listener_pool.pool_id and health_monitor_id is not null
                        join backend on backend.pool_id = pool.id
                        where vip.node_group_id in (
                            select node_group_id from canary_node join node on node.id = node_id where revision = ?)
                          and vip.admin_state = 'ENABLED' and listener.admin_state = 'ENABLED'
                          and backend.admin_state = 'ENABLED' and not departing
                        """)
                .param(revision)
                .query((row, number) -> new Served(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    private static Tester tester(ResultSet row, int number) throws SQLException {
        UUID[] listeners = (UUID[]) row.getArray(4).getArray();
        UUID[] backends = (UUID[]) row.getArray(5).getArray();
        Set<Served> up = new HashSet<>();
        for (int i = 0; i < listeners.length; i++) {
            up.add(new Served(listeners[i], backends[i]));
        }
        return new Tester(
                row.getObject(1, UUID.class),
                row.getString(2),
                new HashSet<>(List.of((String[]) row.getArray(3).getArray())),
                up);
    }
}
