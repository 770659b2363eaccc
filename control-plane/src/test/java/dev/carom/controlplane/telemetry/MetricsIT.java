package dev.carom.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is documented of the control plane's metrics is what it has, by Prometheus' names. */
@ControlPlaneTest
class MetricsIT {
    @Autowired
    MeterRegistry meters;

    @Autowired
    SiteMetrics site;

    @Test
    void everyMetricOfOursIsDocumentedAndTheOtherWayRound() throws IOException {
        site.look();
        Set<String> documented = Files.readAllLines(Path.of("..", "docs", "metrics.md")).stream()
                .filter(line -> line.contains("| control plane |"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .filter(name -> !name.equals("carom_push_seconds_max"))
                .collect(Collectors.toSet());
        var naming =
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT).config().namingConvention();
        Set<String> exposed = meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("carom."))
                .map(id -> naming.name(id.getName(), id.getType(), id.getBaseUnit())
                        + (id.getType() == Meter.Type.COUNTER ? "_total" : ""))
                .collect(Collectors.toSet());

        // Their series are there while findings, nodes and deliveries are; whether any is depends on the tests before.
        exposed.addAll(Set.of("carom_site_findings", "carom_node_revision_lag", "carom_webhook_attempts_total"));
        assertThat(exposed).isEqualTo(documented);
    }
}
