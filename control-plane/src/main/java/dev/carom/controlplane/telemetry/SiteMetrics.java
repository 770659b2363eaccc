package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.diagnosis.FindingSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What holds on the whole site, for Prometheus: as old as 10 s. One series for a node at most. */
@Component
class SiteMetrics {
    private final JdbcClient jdbc;
    private final List<FindingSource> sources;
    private final MultiGauge nodes;
    private final MultiGauge lag;
    private final MultiGauge findings;
    private final MultiGauge revision;

    SiteMetrics(JdbcClient jdbc, List<FindingSource> sources, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.sources = sources;
        nodes = gauge(meters, "carom.nodes", "Nodes, by whether they have a connection");
        lag = gauge(meters, "carom.node.revision.lag", "Revisions that a node is behind what its group is to have");
        findings = gauge(meters, "carom.site.findings", "Problems that stand, by code");
        revision = gauge(meters, "carom.configuration.revision", "The newest revision");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    private record Node(String name, boolean connected, long lag) {}

    @Scheduled(fixedDelay = 10_000)
    void look() {
        List<Node> all = jdbc.sql("""
                        select node.name, coalesce(seen_at > now() - interval '15 seconds', false),
                          greatest(0, coalesce(desired_state.revision, 0) - coalesce(verified.revision, 0))
                        from node left join node_connection on node_connection.node_id = node.id
                        left join desired_state using (node_group_id)
                        left join node_acknowledgement as verified
                          on verified.node_id = node.id and verified.stage = 'VERIFIED'
                        """)
                .query((row, number) -> new Node(row.getString(1), row.getBoolean(2), row.getLong(3)))
                .list();
        long connected = all.stream().filter(Node::connected).count();
        nodes.register(
                List.of(
                        Row.of(Tags.of("state", "connected"), connected),
                        Row.of(Tags.of("state", "missing"), all.size() - connected)),
                true);
        lag.register(
                all.stream()
                        .map(node -> Row.of(Tags.of("node", node.name()), node.lag()))
                        .collect(Collectors.toList()),
                true);
        Map<String, Long> codes = sources.stream()
                .flatMap(source -> source.open().stream())
                .collect(Collectors.groupingBy(open -> open.finding().code(), Collectors.counting()));
        findings.register(
                codes.entrySet().stream()
                        .map(code -> Row.of(Tags.of("code", code.getKey()), code.getValue()))
                        .collect(Collectors.toList()),
                true);
        long newest =
                jdbc.sql("select revision from configuration").query(Long.class).single();
        revision.register(List.of(Row.of(Tags.empty(), newest)), true);
    }
}
