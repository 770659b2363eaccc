package dev.carom.lab.deployment;

import dev.carom.lab.Host;
import java.util.HashMap;
import java.util.Map;

/**
 * An agent's numbers at one moment, as Prometheus would read them.
 *
 * @param samples by the line's part before the value, for example {@code carom_flows}
 */
public record AgentMetrics(Map<String, Double> samples) {

    static AgentMetrics of(Host host) {
        return parse(host.require("curl", "-sS", "-f", "http://127.0.0.1:9477/metrics"));
    }

    static AgentMetrics parse(String text) {
        Map<String, Double> samples = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int value = line.lastIndexOf(' ');
            samples.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
        });
        return new AgentMetrics(Map.copyOf(samples));
    }

    /** Frames of one reason, for example {@code DROPPED_BOUNCED}. */
    public long frames(String reason) {
        String name = reason.startsWith("DROPPED_") ? "carom_dropped_packets_total" : "carom_decided_packets_total";
        return value("%s{reason=\"%s\"}".formatted(name, reason));
    }

    /** Flows remembered now. */
    public long flows() {
        return value("carom_flows");
    }

    /** A number of one backend, for example {@code carom_backend_new_flows_total}. */
    public long ofBackend(String metric, String pool, String backend) {
        return value("%s{backend=\"%s\",pool=\"%s\"}".formatted(metric, backend, pool));
    }

    /** What was never counted is not told. */
    private long value(String sample) {
        return samples.getOrDefault(sample, 0.0).longValue();
    }
}
