package dev.carom.lab.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentMetricsTest {
    private final AgentMetrics metrics = AgentMetrics.parse("""
            # TYPE carom_flows gauge
            carom_flows 12.0
            carom_dropped_packets_total{reason="DROPPED_BOUNCED"} 3.0
            carom_decided_packets_total{reason="FORWARDED_NEW_FLOW"} 1.0E7
            carom_backend_new_flows_total{backend="backend1",pool="web"} 5.0
            """);

    @Test
    void framesByReason() {
        assertThat(metrics.frames("DROPPED_BOUNCED")).isEqualTo(3);
        assertThat(metrics.frames("FORWARDED_NEW_FLOW")).isEqualTo(10_000_000);
        assertThat(metrics.frames("DROPPED_LOOPED")).isZero();
    }

    @Test
    void numbersOfABackend() {
        assertThat(metrics.flows()).isEqualTo(12);
        assertThat(metrics.ofBackend("carom_backend_new_flows_total", "web", "backend1"))
                .isEqualTo(5);
    }
}
